/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import java.util.Locale;

/** Exceptions and places in words. */
public final class Words {
    private Words() {}

    /** What was thrown, and where: {@code java.lang.NullPointerException: … (acme.Arm.connect)}. */
    public static String unexpected(Throwable thrown) {
        return thrown.getClass().getName()
                + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage())
                + place(thrown.getStackTrace());
    }

    static String place(StackTraceElement[] trace) {
        for (StackTraceElement element : trace) {
            String type = element.getClassName();
            if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")) {
                return " (in " + type + "." + element.getMethodName() + ")";
            }
        }
        return "";
    }

    /** {@code maxRelativeTarget} as users write it. */
    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])|(?<=[A-Z])([A-Z])(?=[a-z])", "_$1$2")
                .toLowerCase(Locale.ROOT);
    }
}
