/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Something that was given: text, a list or a map, not yet of any type. Immutable. */
public sealed interface Value {
    /** Longest text shown of a value in a message, in characters. */
    int SHOWN = 60;

    /** Where it was given. */
    Source source();

    /** The value on one line, shortened, for messages. */
    String shown();

    /** Whether this is a null: the word where no quotes say that it is text. */
    default boolean isNull() {
        return false;
    }

    /** How a text was written. */
    enum Style {
        /** As it stands on the command line: text, or inline YAML where the option's type wants a list or a map. */
        RAW,
        /** Without quotes in a file or in inline YAML: text, number, boolean or null, whatever the option's type says. */
        PLAIN,
        /** In quotes: text. */
        QUOTED
    }

    /**
     * One text.
     *
     * @param text the text
     * @param style how it was written
     */
    record Scalar(String text, Style style, Source source) implements Value {
        @Override
        public boolean isNull() {
            return switch (style) {
                case RAW -> text.equalsIgnoreCase("null");
                case PLAIN -> text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null");
                case QUOTED -> false;
            };
        }

        @Override
        public String shown() {
            String printable = text.replaceAll("\\p{Cntrl}", "?");
            String shortened = shorten(printable);
            return style == Style.PLAIN && !text.isEmpty() ? shortened : '"' + shortened + '"';
        }
    }

    /**
     * A list.
     *
     * @param items its items
     */
    record Items(List<Value> items, Source source) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            StringJoiner text = new StringJoiner(", ", "[", "]");
            items.stream().limit(SHOWN).forEach(item -> text.add(item.shown()));
            return shorten(text.toString());
        }
    }

    /**
     * A map; keys keep their order.
     *
     * @param entries values by key
     */
    record Entries(Map<String, Value> entries, Source source) implements Value {
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String shown() {
            StringJoiner text = new StringJoiner(", ", "{", "}");
            entries.entrySet().stream()
                    .limit(SHOWN)
                    .forEach(entry ->
                            text.add(entry.getKey() + ": " + entry.getValue().shown()));
            return shorten(text.toString());
        }

        /** This map without some keys. */
        public Entries without(List<String> keys) {
            Map<String, Value> rest = new LinkedHashMap<>(entries);
            keys.forEach(rest::remove);
            return new Entries(rest, source);
        }
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
    }
}
