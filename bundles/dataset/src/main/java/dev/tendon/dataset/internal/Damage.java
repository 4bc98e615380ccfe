/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.FormatException;
import java.nio.file.Path;

/** Turns what goes wrong in a file into the exception that names the file and the way out. */
public final class Damage {
    public static final String FETCH_AGAIN = "Copy or download this file again";

    private Damage() {}

    /** The file is damaged: {@code problem} is a sentence that begins in lower case. */
    public static FormatException in(Path file, String problem) {
        return new FormatException(file, problem, FETCH_AGAIN);
    }

    /** The file is damaged in a way that only a library could tell. */
    public static FormatException in(Path file, Throwable cause) {
        for (Throwable c = cause; c != null; c = c.getCause()) {
            if (c instanceof FormatException known) {
                return known;
            }
            if (c instanceof Unsupported unsupported) {
                return new FormatException(
                        file + ": " + unsupported.getMessage() + ". Write it again with LeRobot's defaults", cause);
            }
        }
        return new FormatException(file + ": damaged (" + brief(cause) + "). " + FETCH_AGAIN, cause);
    }

    /** The beginning of what a library says; it may go on for pages. */
    private static String brief(Throwable cause) {
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = what.lines().findFirst().orElse("");
        return line.length() <= 120 ? line : line.substring(0, 117) + "...";
    }

    /** A valid file in a form that is not read here; travels through parquet-java. The message lacks the file's name. */
    public static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unsupported(String message) {
            super(message);
        }
    }

    /** A broken file, found within parquet-java's calls. The message lacks the file's name. */
    public static final class Corrupt extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Corrupt(String message) {
            super(message);
        }
    }
}
