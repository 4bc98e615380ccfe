/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.api.option.ConfigException;
import dev.tendon.config.internal.cli.CommandLineParser;
import dev.tendon.config.internal.cli.HelpWriter;
import java.util.List;

/** Parses arguments into options records and writes their help. Thread: any; it has no state but the catalog. */
public final class CommandLine {
    private final ChoiceCatalog catalog;

    /** A command line whose nested choices come from {@code catalog}. */
    public CommandLine(ChoiceCatalog catalog) {
        this.catalog = catalog;
    }

    /** Whether the arguments ask for help: {@code --help} or {@code -h} before any {@code --}. */
    public static boolean wantsHelp(List<String> args) {
        int end = args.indexOf("--");
        List<String> options = end < 0 ? args : args.subList(0, end);
        return options.contains("--help") || options.contains("-h");
    }

    /**
     * Reads the arguments into a record of {@code type}.
     *
     * @throws ConfigException with every mistake
     */
    public <O extends Record> Parsed<O> parse(Class<O> type, List<String> args) {
        return CommandLineParser.parse(catalog, type, args);
    }

    /** The help text, ending in a line break. */
    public String help(HelpRequest request) {
        return HelpWriter.write(catalog, request);
    }
}
