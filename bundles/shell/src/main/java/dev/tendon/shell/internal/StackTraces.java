/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Stack traces as lines. */
final class StackTraces {
    private StackTraces() {}

    static List<String> of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().lines().toList();
    }
}
