/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.dataset.LeRobotHome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Where a dataset lies: its own folder, or its name below LeRobot's (0.6, utils/constants.py). A new one's name gets the time behind it
 * (0.6, configs/dataset.py, stamp_repo_id).
 *
 * @param name the dataset's name; its folder's where it has none
 */
record DatasetFolder(Path root, String name) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    /** @param wall names the folder, and nothing else */
    static DatasetFolder of(
            RecordDatasetOptions options, boolean resume, Map<String, String> env, Path userHome, Clock wall) {
        String stamp = resume || options.noStamp() ? "" : "_" + STAMP.format(LocalDateTime.now(wall));
        String name = options.repoId().map(id -> id + stamp).orElse("");
        Path root = options.root()
                .orElseGet(() -> LeRobotHome.of(env, userHome).resolve(name))
                .toAbsolutePath()
                .normalize();
        return new DatasetFolder(root, name.isEmpty() ? String.valueOf(root.getFileName()) : name);
    }
}
