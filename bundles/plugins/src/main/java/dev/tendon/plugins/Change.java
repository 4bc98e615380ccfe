/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

import java.util.ArrayList;
import java.util.List;

/**
 * What a change of the store did.
 *
 * @param generation the generation in force now
 * @param items what changed, by symbolic name; empty if all was as wanted already
 * @param notes what else the user should know, a sentence each
 */
public record Change(long generation, List<Item> items, List<String> notes) {
    public Change {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /** What was done to a bundle. */
    public enum Action {
        INSTALLED,
        UPDATED,
        UNINSTALLED,
        ENABLED,
        DISABLED
    }

    /**
     * One bundle's part.
     *
     * @param from the version in use before; empty if none
     * @param to the version in use now; empty if none
     * @param nextStart why running hosts take it only when they start again; empty if they take it at once
     */
    public record Item(Action action, String symbolicName, String from, String to, String nextStart) {}

    /** The items and then the notes, in words, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(words(item));
        }
        lines.addAll(notes);
        return lines;
    }

    private static String words(Item item) {
        StringBuilder line = new StringBuilder(item.symbolicName());
        switch (item.action()) {
            case INSTALLED -> line.append(' ').append(item.to()).append(" installed");
            case UPDATED -> line.append(' ')
                    .append(item.from())
                    .append(" → ")
                    .append(item.to())
                    .append(" updated");
            case UNINSTALLED -> line.append(' ')
                    .append(item.from())
                    .append(" uninstalled")
                    .append(item.to().isEmpty() ? "" : "; the distribution's " + item.to() + " is back in use");
            case ENABLED -> line.append(' ').append(item.to()).append(" enabled");
            case DISABLED -> line.append(' ').append(item.from()).append(" disabled");
        }
        if (!item.nextStart().isEmpty()) {
            line.append("; running hosts take it at the next start: ").append(item.nextStart());
        }
        return line.toString();
    }
}
