/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import java.util.Arrays;
import java.util.Optional;

/** A LeRobotDataset format that is written here. */
public enum FormatVersion {
    /** A file an episode; tasks, episodes and statistics as JSON lines (LeRobot until 2025-09). */
    V2_1("v2.1"),
    /** Many episodes a file; tasks, episodes and statistics in Parquet (LeRobot since then). */
    V3_0("v3.0");

    private final String codebaseVersion;

    FormatVersion(String codebaseVersion) {
        this.codebaseVersion = codebaseVersion;
    }

    /** As {@code info.json} has it. */
    public String codebaseVersion() {
        return codebaseVersion;
    }

    /** The format of that {@code codebase_version}; empty where it is not written here. */
    public static Optional<FormatVersion> of(String codebaseVersion) {
        return Arrays.stream(values())
                .filter(version -> version.codebaseVersion.equals(codebaseVersion))
                .findFirst();
    }
}
