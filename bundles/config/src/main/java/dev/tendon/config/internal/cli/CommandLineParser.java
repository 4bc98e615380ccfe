/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.cli;

import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.Parsed;
import dev.tendon.config.internal.bind.Binder;
import dev.tendon.config.internal.bind.Choosing;
import dev.tendon.config.internal.bind.Problems;
import dev.tendon.config.internal.shape.RecordShape;
import dev.tendon.config.internal.tree.Value.Entries;
import java.util.List;

/** Arguments to records. */
public final class CommandLineParser {
    private CommandLineParser() {}

    /**
     * Reads the arguments.
     *
     * @throws dev.tendon.api.option.ConfigException with every mistake
     */
    public static <O extends Record> Parsed<O> parse(ChoiceCatalog catalog, Class<O> type, List<String> args) {
        Problems problems = new Problems("--");
        List<Entries> given = given(catalog, RecordShape.of(type), args, problems);
        O options = new Binder(catalog, problems).record(type, given, "");
        problems.throwIfAny();
        if (options == null) {
            throw new IllegalStateException("No options and no reason: " + type.getName());
        }
        return new Parsed<>(options, problems.notices());
    }

    static List<Entries> given(ChoiceCatalog catalog, RecordShape shape, List<String> args, Problems problems) {
        return new ArgumentReader(shape, new Choosing(catalog), problems).read(args);
    }
}
