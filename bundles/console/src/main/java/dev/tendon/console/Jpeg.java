/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

/** An encoded picture. Its bytes are not changed. Thread: any. */
final class Jpeg {
    private final long number;
    private final byte[] bytes;

    /** @param number counts a camera's encoded pictures, from 1 */
    Jpeg(long number, byte[] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    long number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }
}
