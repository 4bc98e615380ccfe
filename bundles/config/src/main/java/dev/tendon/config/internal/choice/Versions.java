/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.choice;

import java.util.Comparator;

/** Order of OSGi versions ({@code major.minor.micro.qualifier}), for use where there is no framework. */
final class Versions {
    /** By number, then qualifier. What is no version comes first. */
    static final Comparator<String> ORDER = (a, b) -> {
        String[] left = a.split("\\.", 4);
        String[] right = b.split("\\.", 4);
        for (int i = 0; i < 3; i++) {
            int order = Long.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order;
            }
        }
        return qualifier(left).compareTo(qualifier(right));
    };

    private Versions() {}

    private static long number(String[] parts, int index) {
        if (index >= parts.length) {
            return 0;
        }
        try {
            return Long.parseLong(parts[index]);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String qualifier(String[] parts) {
        return parts.length > 3 ? parts[3] : "";
    }
}
