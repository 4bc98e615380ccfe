/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import java.util.regex.Pattern;

/** Words of commands that messages propose, so that they can be pasted into a shell. Thread: any. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+@%-]+");

    private ShellWord() {}

    /** {@code word} as it is, or in single quotes where a shell would read something into it: {@code '--port=sim:a?b=c&d=e'}. */
    public static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
