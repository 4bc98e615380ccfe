/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal.verb;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of {@code plugins verify}. */
@Describe("Hold plugins against what they promise, in a host that is thrown away; nothing is installed")
record VerifyOptions(
        @Positional("JAR") @Describe("Jars of robots, teleoperators, cameras or policies") List<Path> files,
        @Describe("Other jars that they need, beside the installed ones") List<Path> with,
        @Describe("Only this choice") Optional<String> choice,
        @Describe("Options with which its device is there, a simulated one as a rule; guessed where not given")
                Optional<Map<String, Object>> present,
        @Describe("Options with which its device is not there; guessed where not given")
                Optional<Map<String, Object>> absent) {
    VerifyOptions {
        if (files.isEmpty()) {
            throw new ConfigException("Which jars? Name the files to verify");
        }
        files = List.copyOf(files);
        with = List.copyOf(with);
    }
}
