/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.option.ConfigException;
import dev.tendon.training.options.TrainOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where a run lies: LeRobot 0.6, {@code configs/train.py}. */
final class RunFolder {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd/HH-mm-ss_", Locale.ROOT);

    private RunFolder() {}

    /**
     * A new run's folder.
     *
     * @param wall names it, where no name is given
     * @throws ConfigException where it is there
     */
    static Path fresh(TrainOptions options, String job, Clock wall) {
        Path folder = options.outputDir()
                .orElseGet(() -> Path.of("outputs", "train").resolve(NAME.format(LocalDateTime.now(wall)) + job));
        if (Files.exists(folder)) {
            throw new ConfigException("--output_dir=" + folder
                    + " is there already. Give another, or go on with that run: " + "--resume=true --config_path="
                    + folder.resolve("checkpoints/last/pretrained_model/train_config.json"));
        }
        return folder;
    }
}
