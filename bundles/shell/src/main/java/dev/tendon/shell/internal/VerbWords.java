/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which verb the first arguments name: the longest that fits wins. */
sealed interface VerbWords {
    /**
     * A verb and what is left for it.
     *
     * @param name the verb's words, by one space each
     */
    record Found(String name, List<String> rest) implements VerbWords {}

    /** The beginning of several verbs: {@code plugins}. */
    record Group(List<String> names) implements VerbWords {}

    /**
     * No verb.
     *
     * @param typed what was taken for one
     * @param nearest up to three that look like it
     * @param known all
     */
    record Unknown(String typed, List<String> nearest, List<String> known) implements VerbWords {
        String message() {
            String advice = nearest.isEmpty() ? "The verbs are: " + String.join(", ", known) : didYouMean();
            return typed.isEmpty() ? advice : "There is no verb \"" + typed + "\". " + advice;
        }

        private String didYouMean() {
            return "Did you mean " + String.join(" or ", nearest) + "? tendon --help lists all";
        }
    }

    /** Matches the leading words of {@code args} with the names. */
    static VerbWords match(Collection<String> names, List<String> args) {
        TreeSet<String> known = new TreeSet<>(names);
        List<String> words = leadingWords(args);
        for (int n = words.size(); n > 0; n--) {
            String name = String.join(" ", words.subList(0, n));
            if (known.contains(name)) {
                return new Found(name, List.copyOf(args.subList(n, args.size())));
            }
        }
        Optional<String> first = words.stream().findFirst();
        List<String> group = known.stream()
                .filter(name -> first.isPresent() && name.startsWith(first.get() + " "))
                .toList();
        if (!group.isEmpty() && words.size() == 1) {
            return new Group(group);
        }
        // a group's second word is compared with that group's verbs
        String typed = String.join(" ", words.subList(0, Math.min(words.size(), group.isEmpty() ? 1 : 2)));
        List<String> nearest = typed.isEmpty() ? List.of() : Nearest.of(typed, group.isEmpty() ? known : group);
        return new Unknown(typed, nearest, group.isEmpty() ? List.copyOf(known) : group);
    }

    private static List<String> leadingWords(List<String> args) {
        List<String> words = new ArrayList<>();
        for (String arg : args) {
            if (arg.startsWith("-")) {
                break;
            }
            words.add(arg);
        }
        return words;
    }
}
