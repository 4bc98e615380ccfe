/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Values for a new feature in a file, by its ending: {@code .npy}, {@code .csv} and {@code .parquet}. */
public final class ValueFiles {
    private ValueFiles() {}

    /**
     * Opens a file.
     *
     * @param column of a Parquet or CSV file: which one; empty: the feature's name, or all that a CSV file has
     * @param feature the new feature's name
     * @throws ConfigException where there is no such file, or it is of another kind
     * @throws dev.tendon.dataset.FormatException where it is damaged
     */
    public static Values open(Path file, Optional<String> column, String feature) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ConfigException("There is no file " + file);
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".npy")) {
            return NpyValues.open(file);
        }
        if (name.endsWith(".csv")) {
            return CsvValues.open(file, column);
        }
        if (name.endsWith(".parquet")) {
            return ParquetValues.open(file, column.orElse(feature));
        }
        throw new ConfigException(file + ": values come from .npy, .csv or .parquet files");
    }
}
