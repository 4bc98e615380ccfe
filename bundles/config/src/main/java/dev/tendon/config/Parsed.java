/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import java.util.List;

/**
 * What a command line says.
 *
 * @param options the options, complete and valid
 * @param notices what to tell the user on stderr before going on: options without effect, settings left out
 * @param <O> the options record
 */
public record Parsed<O extends Record>(O options, List<String> notices) {
    public Parsed {
        notices = List.copyOf(notices);
    }
}
