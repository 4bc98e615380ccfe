/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The text of {@code tendon --help}: verbs by group, a line each. */
final class Overview {
    /** Groups of the host, in the order in which a user meets them; others follow by name. */
    private static final List<String> FIRST_GROUPS = List.of("Setting up", "Robots", "Plugins", "Host");

    private static final String OTHER = "Other";

    private final Map<String, List<Entry>> groups =
            new TreeMap<>(Comparator.comparingInt(Overview::rank).thenComparing(Comparator.naturalOrder()));
    private final int width;
    private final boolean color;

    private record Entry(String verb, String description) {}

    Overview(int width, boolean color) {
        this.width = width;
        this.color = color;
    }

    void add(String group, String verb, String description) {
        groups.computeIfAbsent(group.isEmpty() ? OTHER : group, g -> new ArrayList<>())
                .add(new Entry(verb, description));
    }

    private static int rank(String group) {
        int index = FIRST_GROUPS.indexOf(group);
        return index >= 0 ? index : group.equals(OTHER) ? Integer.MAX_VALUE : FIRST_GROUPS.size();
    }

    String text() {
        int column = 4
                + groups.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(entry -> entry.verb().length())
                        .max()
                        .orElse(0);
        StringBuilder text = new StringBuilder("Usage: tendon VERB [--OPTION=VALUE …]\n");
        groups.forEach((group, entries) -> {
            text.append('\n').append(heading(group)).append('\n');
            for (Entry entry : entries) {
                text.append("  ")
                        .append(entry.verb())
                        .append(" ".repeat(column - 2 - entry.verb().length()));
                wrap(text, entry.description(), column);
                text.append('\n');
            }
        });
        return text.append("\ntendon VERB --help shows a verb's options, with --robot.type=… also that robot's.\n")
                .append("tendon --version shows the version.\n")
                .toString();
    }

    private String heading(String group) {
        return color ? "\u001b[1m" + group + "\u001b[0m" : group;
    }

    private void wrap(StringBuilder text, String description, int column) {
        int room = Math.max(20, width - column);
        int used = 0;
        for (String word : description.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > room) {
                text.append('\n').append(" ".repeat(column));
                used = 0;
            }
            text.append(used > 0 ? " " : "").append(word);
            used += word.length() + (used > 0 ? 1 : 0);
        }
    }
}
