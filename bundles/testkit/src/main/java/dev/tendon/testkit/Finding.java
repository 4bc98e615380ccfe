/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit;

/**
 * What a check found.
 *
 * @param check its name: {@code send}
 * @param subject what was checked: {@code robot acme_arm}, or a jar
 * @param promise what is promised, as a sentence without a full stop
 * @param text what happened instead, or why it could not be tried; empty where it passed
 */
public record Finding(String check, String subject, String promise, Outcome outcome, String text) {
    /** How a check ends. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It needs something that was not given. */
        NOT_TRIED
    }

    /** Whether it conforms, as far as it could be tried. */
    public boolean conforms() {
        return outcome != Outcome.FAILED;
    }
}
