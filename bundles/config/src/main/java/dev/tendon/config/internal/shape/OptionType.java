/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.shape;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an option's value may be. */
public sealed interface OptionType {
    /** For messages: what is wanted, such as {@code a whole number}. */
    String wanted();

    /** For help: what stands for a value after {@code --option=}. */
    String placeholder();

    /** Types without parts. */
    enum Basic implements OptionType {
        BOOLEAN("true or false", "true|false"),
        INT("a whole number", "INT"),
        LONG("a whole number", "INT"),
        DOUBLE("a number", "NUMBER"),
        STRING("text", "TEXT"),
        PATH("a path", "PATH"),
        /** Anything: plain data. */
        ANY("any value", "VALUE");

        private final String wanted;
        private final String placeholder;

        Basic(String wanted, String placeholder) {
            this.wanted = wanted;
            this.placeholder = placeholder;
        }

        @Override
        public String wanted() {
            return wanted;
        }

        @Override
        public String placeholder() {
            return placeholder;
        }
    }

    /**
     * An enum, spelled in snake_case.
     *
     * @param words its constants
     */
    record Words(List<Word> words) implements OptionType {
        /** A constant as users spell it. */
        public record Word(String name, List<String> aliases, Enum<?> constant) {}

        /** The constants' names. */
        public List<String> names() {
            return words.stream().map(Word::name).toList();
        }

        @Override
        public String wanted() {
            return Names.either(names());
        }

        @Override
        public String placeholder() {
            String all = String.join("|", names());
            return all.length() <= 32 ? all : "WORD";
        }
    }

    /** An {@code Optional}. */
    record Maybe(OptionType of) implements OptionType {
        @Override
        public String wanted() {
            return of.wanted() + ", or null";
        }

        @Override
        public String placeholder() {
            return of.placeholder();
        }
    }

    /** A list. */
    record Many(OptionType of) implements OptionType {
        @Override
        public String wanted() {
            return "a list, such as " + placeholder();
        }

        @Override
        public String placeholder() {
            return "[" + of.placeholder() + ", …]";
        }
    }

    /** A map by names of the user's choice. */
    record Keyed(OptionType of) implements OptionType {
        @Override
        public String wanted() {
            return "a map, such as " + placeholder();
        }

        @Override
        public String placeholder() {
            return "{NAME: " + of.placeholder() + ", …}";
        }
    }

    /** A record of options. */
    record Group(Class<? extends Record> type) implements OptionType {
        @Override
        public String wanted() {
            return "options, such as " + placeholder();
        }

        @Override
        public String placeholder() {
            return "{OPTION: VALUE, …}";
        }
    }

    /** A sealed interface of records with one component each. */
    record Union(List<Variant> variants) implements OptionType {
        /** One of the records and the type of its component. */
        public record Variant(Class<? extends Record> type, OptionType component) {}

        @Override
        public String wanted() {
            return variants.stream()
                    .map(variant -> variant.component().wanted())
                    .collect(Collectors.joining(", or "));
        }

        @Override
        public String placeholder() {
            return variants.stream()
                    .map(variant -> variant.component().placeholder())
                    .collect(Collectors.joining("|"));
        }
    }

    /**
     * A {@code Chosen}.
     *
     * @param registry the registry's name
     */
    record Choice(String registry) implements OptionType {
        @Override
        public String wanted() {
            return "a choice, such as " + placeholder();
        }

        @Override
        public String placeholder() {
            return "{type: " + registry.toUpperCase(Locale.ROOT) + ", …}";
        }
    }
}
