/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Numbers of episodes, as users give and read them. */
final class Episodes {
    private Episodes() {}

    /**
     * The numbers, each once, in order.
     *
     * @throws ConfigException where the set has no such episode
     */
    static Set<Integer> existing(SourceSet set, Collection<Integer> numbers) {
        Set<Integer> ordered = new TreeSet<>(numbers);
        Set<Integer> unknown = new TreeSet<>(ordered);
        unknown.removeIf(index -> index >= 0 && index < set.episodes().size());
        if (!unknown.isEmpty()) {
            throw new ConfigException(set.root() + " has no episode " + text(unknown)
                    + (set.episodes().isEmpty()
                            ? "; it has none at all"
                            : "; it has 0 to " + (set.episodes().size() - 1)));
        }
        return ordered;
    }

    /** {@code 0-3, 7}. */
    static String text(Set<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        Integer from = null;
        Integer last = null;
        for (int number : new TreeSet<>(numbers)) {
            if (from != null && last != null && number != last + 1) {
                parts.add(from.equals(last) ? from.toString() : from + "-" + last);
                from = null;
            }
            from = from == null ? number : from;
            last = number;
        }
        if (from != null) {
            parts.add(from.equals(last) ? from.toString() : from + "-" + last);
        }
        return String.join(", ", parts);
    }
}
