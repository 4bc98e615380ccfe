/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import dev.tendon.curator.DatasetOptions;
import dev.tendon.dataset.tool.ValueFiles;
import dev.tendon.dataset.tool.Values;
import dev.tendon.dataset.write.FeatureSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon dataset add-feature}. */
@Describe("Add a feature, from a file with values for each frame, or the same value for all")
record AddFeatureOptions(
        @Positional("DIR") @Describe("The same as --dataset.root") Optional<Path> folder,
        DatasetOptions dataset,
        @Describe("Its name, such as next.reward") String name,
        @Describe(
                        "File with a row for each frame of the dataset, in order: .npy, .csv (with or without a heading), or .parquet")
                Optional<Path> values,
        @Describe("The value of every frame: a number, true or false, a text, or a list of numbers")
                Optional<Object> value,
        @Describe("Column of the file; else that of the feature's name (.parquet), or all (.csv)")
                Optional<String> column,
        @Describe("float32, float64, int8 to int64, uint8 to uint64, bool or string; else as the values are")
                Optional<String> dtype,
        @Describe("Extents of a frame's values, such as [2, 3]; else as the values are") List<Integer> shape,
        @Describe("Names of a frame's values") List<String> names,
        @Describe(
                        "Write the result there, and leave the old one as it is; else it takes the old one's place, which is kept as NAME_old")
                Optional<Path> output,
        @Describe("Only say what would change") @Default("false") boolean dryRun) {
    AddFeatureOptions {
        if (values.isPresent() == value.isPresent()) {
            throw new ConfigException(
                    "Which values? Give either --values=FILE, with a row for each frame, or --value=VALUE, the same for all");
        }
    }

    Values open() throws IOException {
        return values.isPresent() ? ValueFiles.open(values.get(), column, name) : Values.constant(value.orElseThrow());
    }

    FeatureSpec feature(Values of) {
        return FeatureSpec.of(name, dtype.orElseGet(of::dtype), shape.isEmpty() ? of.shape() : shape, names);
    }
}
