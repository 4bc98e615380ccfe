/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where an arm's calibration file may lie. {@code calibration_dir} decides alone; otherwise LeRobot's folders are searched: the
 * one of all arms of this kind ({@code robots/so_follower}, 0.6), then that of the arm's own type (2025), below {@code
 * HF_LEROBOT_CALIBRATION}, else {@code calibration} below {@code HF_LEROBOT_HOME}, else {@code lerobot} below {@code HF_HOME},
 * else {@code huggingface} below {@code XDG_CACHE_HOME} or {@code ~/.cache} (lerobot 0.6, utils/constants.py; huggingface_hub,
 * constants.py). Thread: any.
 */
public final class CalibrationSearch {
    private final UnaryOperator<@Nullable String> environment;
    private final Path userHome;

    /**
     * @param environment value of an environment variable, or null
     * @param userHome the user's home, for {@code ~}
     */
    public CalibrationSearch(UnaryOperator<@Nullable String> environment, Path userHome) {
        this.environment = environment;
        this.userHome = userHome;
    }

    /** The process's own environment. */
    public static CalibrationSearch ofProcess() {
        return new CalibrationSearch(System::getenv, Path.of(System.getProperty("user.home", "")));
    }

    /** Where it may lie, best first; the first is written. LeRobot calls the file of an arm without id {@code None.json}. */
    List<Path> candidates(ArmOptions arm) {
        String file = arm.id().orElse("None") + ".json";
        if (arm.calibrationDir().isPresent()) {
            return List.of(expand(arm.calibrationDir().get().toString()).resolve(file));
        }
        Path folder = base().resolve(arm.side().folder());
        return List.of(
                folder.resolve(arm.sharedName()).resolve(file),
                folder.resolve(arm.typeName()).resolve(file));
    }

    /** The first that exists. */
    Optional<Path> find(ArmOptions arm) {
        return candidates(arm).stream().filter(Files::isRegularFile).findFirst();
    }

    /** Another arm's file that says what {@code motors} hold: whose arm this may really be. */
    Optional<Path> owner(Calibration motors, Path file) {
        return others(file).stream()
                .filter(other -> CalibrationFile.readQuietly(other, motors.joints())
                        .filter(found -> found.differences(motors).isEmpty())
                        .isPresent())
                .findFirst();
    }

    /** Every other calibration file beside {@code file} and in LeRobot's folders. */
    private List<Path> others(Path file) {
        List<Path> found = new ArrayList<>(list(file.toAbsolutePath().getParent(), "*.json"));
        for (ArmOptions.Side side : ArmOptions.Side.values()) {
            for (Path folder : list(base().resolve(side.folder()), "*")) {
                found.addAll(list(folder, "*.json"));
            }
        }
        found.removeIf(other -> other.toAbsolutePath().equals(file.toAbsolutePath()));
        return found;
    }

    private static List<Path> list(Path folder, String glob) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            List<Path> list = new ArrayList<>();
            entries.forEach(list::add);
            list.sort(null);
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException("Folder " + folder + " cannot be listed", e);
        }
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
