/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where an arm's calibration file may lie. {@code --robot.calibration_dir} decides alone; otherwise LeRobot's folders are
 * searched: {@code robots/so_follower} (0.6 keeps all SO arms there), then the folder of the arm's own type (2025), below
 * {@code HF_LEROBOT_CALIBRATION}, else {@code calibration} below {@code HF_LEROBOT_HOME}, else {@code lerobot} below
 * {@code HF_HOME}, else {@code huggingface} below {@code XDG_CACHE_HOME} or {@code ~/.cache} (lerobot 0.6,
 * utils/constants.py; huggingface_hub, constants.py). Thread: any.
 */
final class CalibrationSearch {
    /** LeRobot's folder for SO-100 and SO-101 alike since 0.6. */
    private static final String SHARED_NAME = "so_follower";

    private final UnaryOperator<@Nullable String> environment;
    private final Path userHome;

    /**
     * @param environment value of an environment variable, or null
     * @param userHome the user's home, for {@code ~}
     */
    CalibrationSearch(UnaryOperator<@Nullable String> environment, Path userHome) {
        this.environment = environment;
        this.userHome = userHome;
    }

    /** The process's own environment. */
    static CalibrationSearch ofProcess() {
        return new CalibrationSearch(System::getenv, Path.of(System.getProperty("user.home", "")));
    }

    /** Where it may lie, best first. LeRobot calls the file of an arm without id {@code None.json}. */
    List<Path> candidates(String typeName, Optional<String> id, Optional<Path> calibrationDir) {
        String file = id.orElse("None") + ".json";
        if (calibrationDir.isPresent()) {
            return List.of(expand(calibrationDir.get().toString()).resolve(file));
        }
        Path robots = base().resolve("robots");
        return List.of(
                robots.resolve(SHARED_NAME).resolve(file),
                robots.resolve(typeName).resolve(file));
    }

    /** The first that exists. */
    Optional<Path> find(List<Path> candidates) {
        return candidates.stream().filter(Files::isRegularFile).findFirst();
    }

    private Path base() {
        return variable("HF_LEROBOT_CALIBRATION").orElseGet(() -> variable("HF_LEROBOT_HOME")
                .orElseGet(() -> variable("HF_HOME")
                        .orElseGet(() -> variable("XDG_CACHE_HOME")
                                .orElse(userHome.resolve(".cache"))
                                .resolve("huggingface"))
                        .resolve("lerobot"))
                .resolve("calibration"));
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(environment.apply(name))
                .filter(value -> !value.isEmpty())
                .map(this::expand);
    }

    private Path expand(String path) {
        if (path.equals("~")) {
            return userHome;
        }
        return path.startsWith("~/") ? userHome.resolve(path.substring(2)) : Path.of(path);
    }
}
