/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where LeRobot keeps the datasets that users name: {@code $HF_LEROBOT_HOME}, else {@code lerobot} in {@code $HF_HOME}, else in {@code
 * ~/.cache/huggingface}. Source: lerobot 0.6, {@code utils/constants.py}.
 */
public final class LeRobotHome {
    private LeRobotHome() {}

    /** The folder, by a process's environment and its user's home. */
    public static Path of(Map<String, String> environment, Path userHome) {
        String lerobot = environment.getOrDefault("HF_LEROBOT_HOME", "");
        if (!lerobot.isEmpty()) {
            return expanded(lerobot, userHome);
        }
        String huggingFace = environment.getOrDefault("HF_HOME", "");
        Path base = huggingFace.isEmpty()
                ? userHome.resolve(".cache").resolve("huggingface")
                : expanded(huggingFace, userHome);
        return base.resolve("lerobot");
    }

    private static Path expanded(String path, Path userHome) {
        return path.startsWith("~/") ? userHome.resolve(path.substring(2)) : Path.of(path);
    }
}
