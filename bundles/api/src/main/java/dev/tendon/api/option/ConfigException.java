/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.option;

import java.util.List;

/**
 * The user's input is wrong: an option, a file that an option names, or a combination. Carries every mistake found, so
 * that the user is told all of them at once. Commands answer it with exit code 2 and no stack trace.
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<String> problems;

    /** One mistake: what was wrong, where, and what to do now. */
    public ConfigException(String problem) {
        this(List.of(problem));
    }

    /** One mistake and what caused it. */
    public ConfigException(String problem, Throwable cause) {
        super(problem, cause);
        problems = List.of(problem);
    }

    /** All mistakes that were found; at least one. */
    public ConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes, each a message of its own. */
    public List<String> problems() {
        return problems;
    }
}
