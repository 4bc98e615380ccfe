/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version range of an import, without qualifiers: {@code [0.1,1)}.
 *
 * @param low from here
 * @param high to here; empty: without an end
 */
record PackageRange(Triple low, java.util.Optional<Triple> high, boolean highIncluded) {
    private static final Pattern RANGE = Pattern.compile("([\\[(])([^,]+),([^\\])]+)([\\])])");

    /** Major, minor and micro. */
    record Triple(int major, int minor, int micro) implements Comparable<Triple> {
        private static final Comparator<Triple> ORDER = Comparator.comparingInt(Triple::major)
                .thenComparingInt(Triple::minor)
                .thenComparingInt(Triple::micro);

        static Triple parse(String text) {
            int[] numbers = Arrays.copyOf(
                    Arrays.stream(text.strip().split("\\."))
                            .limit(3)
                            .mapToInt(Integer::parseInt)
                            .toArray(),
                    3);
            return new Triple(numbers[0], numbers[1], numbers[2]);
        }

        Triple nextMajor() {
            return new Triple(major + 1, 0, 0);
        }

        @Override
        public int compareTo(Triple other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return major + "." + minor + "." + micro;
        }
    }

    /** A range, or a single version, which means from there on. */
    static PackageRange parse(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            return new PackageRange(Triple.parse(text), java.util.Optional.empty(), false);
        }
        return new PackageRange(
                Triple.parse(range.group(2)),
                java.util.Optional.of(Triple.parse(range.group(3))),
                range.group(4).equals("]"));
    }

    boolean contains(Triple version) {
        return low.compareTo(version) <= 0
                && high.map(end -> highIncluded ? version.compareTo(end) <= 0 : version.compareTo(end) < 0)
                        .orElse(true);
    }
}
