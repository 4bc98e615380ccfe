/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bundle's version, ordered as OSGi Core 8, section 3.2.5, orders it. Here because the launcher compares versions
 * before there is a framework.
 *
 * @param qualifier empty if there is none; compared as text
 */
public record BundleVersion(int major, int minor, int micro, String qualifier) implements Comparable<BundleVersion> {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.([A-Za-z0-9_-]+))?)?)?");
    private static final Comparator<BundleVersion> ORDER = Comparator.comparingInt(BundleVersion::major)
            .thenComparingInt(BundleVersion::minor)
            .thenComparingInt(BundleVersion::micro)
            .thenComparing(BundleVersion::qualifier);

    /**
     * Reads {@code 1}, {@code 1.2}, {@code 1.2.3} or {@code 1.2.3.qualifier}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static BundleVersion parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a version (one to three numbers and a qualifier: 1.2.3.beta1)");
        }
        return new BundleVersion(
                number(form.group(1)),
                number(form.group(2)),
                number(form.group(3)),
                form.group(4) == null ? "" : form.group(4));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(BundleVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro + (qualifier.isEmpty() ? "" : "." + qualifier);
    }
}
