/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.osgi.framework.BundleException;

/** Causes in words. */
final class Words {
    private Words() {}

    /** What really went wrong, and where: {@code IllegalStateException: no port (at com.acme.Arm.activate, line 12)}. */
    static String cause(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && (wraps(root) || root.getCause() != root)) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String text = root instanceof BundleException && message != null
                ? message
                : root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        StackTraceElement[] trace = root.getStackTrace();
        return trace.length == 0 || root instanceof BundleException ? text : text + " (at " + place(trace[0]) + ")";
    }

    private static boolean wraps(Throwable thrown) {
        return thrown instanceof InvocationTargetException || thrown instanceof BundleException;
    }

    private static String place(StackTraceElement element) {
        String place = element.getClassName() + "." + element.getMethodName();
        return element.getLineNumber() > 0 ? place + ", line " + element.getLineNumber() : place;
    }

    /** {@code a, b and c}. */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }
}
