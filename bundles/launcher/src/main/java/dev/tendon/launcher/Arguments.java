/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher;

import java.util.Arrays;
import java.util.List;

/**
 * What the launcher itself has to know of the command line.
 *
 * @param all as given
 */
record Arguments(List<String> all) {
    private static final String END_OF_OPTIONS = "--";

    Arguments {
        all = List.copyOf(all);
    }

    static Arguments of(String... arguments) {
        return new Arguments(Arrays.asList(arguments));
    }

    private List<String> options() {
        int end = all.indexOf(END_OF_OPTIONS);
        return end < 0 ? all : all.subList(0, end);
    }

    boolean wantsVersion() {
        return options().contains("--version");
    }

    boolean wantsHelp() {
        List<String> options = options();
        return options.contains("--help")
                || options.contains("-h")
                || (!options.isEmpty() && options.get(0).equals("help"));
    }

    boolean hasVerb() {
        return options().stream().anyMatch(argument -> !argument.startsWith("-"));
    }

    boolean debug() {
        return options().contains("--debug") || options().contains("--debug=true");
    }

    String[] toArray() {
        return all.toArray(String[]::new);
    }
}
