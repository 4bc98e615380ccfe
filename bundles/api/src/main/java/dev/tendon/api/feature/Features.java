/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The features of an observation or an action, in order, with unique names. Immutable; equal by value. Thread: any. Compiled
 * once into a {@link Layout} for the loop.
 */
public final class Features {
    private static final Features NONE = new Features(List.of());

    private final List<Feature> list;
    private final Layout layout;

    private Features(List<Feature> list) {
        Set<String> seen = new HashSet<>();
        for (Feature f : list) {
            if (!seen.add(f.name())) {
                throw new IllegalArgumentException("Two features are named \"" + f.name() + "\"");
            }
        }
        this.list = List.copyOf(list);
        this.layout = new Layout(this.list);
    }

    public static Features of(List<Feature> features) {
        return new Features(features);
    }

    public static Features of(Feature... features) {
        return new Features(Arrays.asList(features));
    }

    /** No features at all. */
    public static Features none() {
        return NONE;
    }

    public List<Feature> list() {
        return list;
    }

    /** Where each feature lies in a frame. The same instance at every call. */
    public Layout layout() {
        return layout;
    }

    /** These, then {@code more}: slots of these stay what they are. */
    public Features plus(List<Feature> more) {
        List<Feature> all = new ArrayList<>(list);
        all.addAll(more);
        return new Features(all);
    }

    /**
     * How {@code other} differs from these, a line each, readable by a user; empty where they are equal. Used to refuse a
     * hot swap, a resumed dataset or a policy that does not fit.
     */
    public List<String> differences(Features other) {
        Map<String, Feature> theirs = new LinkedHashMap<>();
        other.list.forEach(f -> theirs.put(f.name(), f));
        List<String> lines = new ArrayList<>();
        for (Feature mine : list) {
            Feature their = theirs.remove(mine.name());
            if (their == null) {
                lines.add("without " + mine);
            } else if (!their.equals(mine)) {
                lines.add(their + " instead of " + mine);
            }
        }
        theirs.values().forEach(f -> lines.add("with " + f));
        if (lines.isEmpty() && !list.equals(other.list)) {
            lines.add("in another order: " + String.join(", ", other.layout.valueNames()));
        }
        return lines;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features f && list.equals(f.list);
    }

    @Override
    public int hashCode() {
        return list.hashCode();
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
