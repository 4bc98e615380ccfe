/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.api.option.ConfigException;
import dev.tendon.config.internal.bind.Binder;
import dev.tendon.config.internal.bind.Encoder;
import dev.tendon.config.internal.bind.Problems;
import dev.tendon.config.internal.tree.ConfigFile;
import dev.tendon.config.internal.tree.MalformedException;
import dev.tendon.config.internal.tree.PlainData;
import dev.tendon.config.internal.tree.Source;
import dev.tendon.config.internal.tree.Value.Entries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns options records into plain data and back, so that they can be kept in files: what {@link #toPlain} gives, {@link
 * #fromPlain} turns into an equal record. Thread: any.
 */
public final class ConfigMapper {
    private final ChoiceCatalog catalog;

    /** A mapper that checks nested choices against {@code catalog}. */
    public ConfigMapper(ChoiceCatalog catalog) {
        this.catalog = catalog;
    }

    /** The record as maps, lists, strings, numbers, booleans and null, by option name, in order of declaration. */
    public static Map<String, Object> toPlain(Record options) {
        return Encoder.all(options);
    }

    /**
     * The record that the plain data describes.
     *
     * @throws ConfigException with every mistake
     */
    public <R extends Record> R fromPlain(Class<R> type, Map<String, ?> plain) {
        return bind(type, (Entries) PlainData.value(plain, Source.DATA));
    }

    /**
     * The record that a JSON or YAML file describes.
     *
     * @throws ConfigException with every mistake, also where the file cannot be read
     */
    public <R extends Record> R read(Class<R> type, Path file) {
        try {
            return bind(type, ConfigFile.read(file.toString(), Source.Layer.FILE));
        } catch (MalformedException e) {
            throw new ConfigException(e.getMessage(), e);
        }
    }

    private <R extends Record> R bind(Class<R> type, Entries given) {
        Problems problems = new Problems("");
        R options = new Binder(catalog, problems).record(type, List.of(given), "");
        problems.throwIfAny();
        return Objects.requireNonNull(options);
    }
}
