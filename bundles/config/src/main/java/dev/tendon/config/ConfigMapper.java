/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.api.option.ConfigException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Turns options records into plain data and back, so that they can be kept in files: what {@link #toPlain} gives, {@link
 * #fromPlain} turns into an equal record. Thread: any.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ConfigMapper {
    private final ChoiceCatalog catalog;

    /** A mapper that checks nested choices against {@code catalog}. */
    public ConfigMapper(ChoiceCatalog catalog) {
        this.catalog = catalog;
    }

    /** The record as maps, lists, strings, numbers, booleans and null, by option name, in order of declaration. */
    public static Map<String, Object> toPlain(Record options) {
        throw new UnsupportedOperationException(options.toString());
    }

    /**
     * The record that the plain data describes.
     *
     * @throws ConfigException with every mistake
     */
    public <R extends Record> R fromPlain(Class<R> type, Map<String, ?> plain) {
        throw new UnsupportedOperationException(type + " " + plain + catalog);
    }

    /**
     * The record that a JSON or YAML file describes.
     *
     * @throws ConfigException with every mistake, also where the file cannot be read
     */
    public <R extends Record> R read(Class<R> type, Path file) {
        throw new UnsupportedOperationException(type + " " + file);
    }
}
