/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.camera;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon find-cameras}: those of lerobot_find_cameras.py (0.6), with its defaults. */
@Describe("List the cameras that there are, and save a picture of each")
record FindCamerasOptions(
        @Positional("TYPE") @Describe("Only cameras of this type, such as opencv") Optional<String> cameraType,
        @Describe("Where the pictures go: TYPE_ID.png") @Default("outputs/captured_images") Path outputDir,
        @Describe(value = "How long each camera takes pictures, of which the last is saved", unit = "s") @Default("2")
                double recordTimeS,
        @Describe(value = "How long a camera runs before", unit = "s") @Default("1") double warmupS) {
    private static final double LONGEST_S = 3600;

    FindCamerasOptions {
        List<String> problems = new ArrayList<>();
        if (!(recordTimeS > 0 && recordTimeS <= LONGEST_S)) {
            problems.add("--record_time_s is above 0 and at most " + LONGEST_S + ", not " + recordTimeS);
        }
        if (!(warmupS >= 0 && warmupS <= LONGEST_S)) {
            problems.add("--warmup_s is 0 to " + LONGEST_S + ", not " + warmupS);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
