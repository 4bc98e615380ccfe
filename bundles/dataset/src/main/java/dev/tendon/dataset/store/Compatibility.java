/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether what is recorded now fits the dataset it is added to: robot, frames a second, and features without what is told of their
 * encoding, as LeRobot compares them (0.6, common/control_utils.py, {@code sanity_check_dataset_robot_compatibility}). Of a feature,
 * dtype, shape and names count; what else stands there, such as the {@code fps} that its converter adds, does not. Thread: any.
 */
final class Compatibility {
    /** Names of one robot: LeRobot 0.6 says so_follower, 2025 so100_follower and so101_follower. */
    private static final List<String> SO_FOLLOWERS = List.of("so101_follower", "so100_follower", "so_follower");

    private Compatibility() {}

    /** Refuses what does not fit, with all differences. */
    static void check(Path root, DatasetSpec there, DatasetSpec wanted) {
        List<String> differences = new ArrayList<>();
        String robot = there.robotType().orElse("");
        String now = wanted.robotType().orElse("");
        if (!canonical(robot).equals(canonical(now))) {
            differences.add("robot_type: the dataset has \"" + robot + "\", the recording \"" + now + "\"");
        }
        if (there.fps() != wanted.fps()) {
            differences.add("fps: the dataset has " + there.fpsNumber() + ", the recording " + wanted.fpsNumber());
        }
        features(there.features(), wanted.features(), differences);
        if (!differences.isEmpty()) {
            throw new ConfigException("What is recorded does not fit the dataset in " + root + ":\n  "
                    + String.join("\n  ", differences)
                    + "\nChange the options so that they fit, or record a dataset of its own");
        }
    }

    private static String canonical(String robot) {
        return SO_FOLLOWERS.contains(robot) ? SO_FOLLOWERS.get(0) : robot;
    }

    private static void features(
            Map<String, FeatureSpec> there, Map<String, FeatureSpec> wanted, List<String> differences) {
        there.forEach((name, feature) -> {
            FeatureSpec now = wanted.get(name);
            if (now == null) {
                differences.add(name + ": in the dataset (" + brief(feature) + "), not in the recording");
            } else {
                compare(name, "dtype", feature.dtype(), now.dtype(), differences);
                compare(name, "shape", feature.shape(), now.shape(), differences);
                compare(name, "names", names(feature), names(now), differences);
            }
        });
        wanted.forEach((name, feature) -> {
            if (!there.containsKey(name)) {
                differences.add(name + ": in the recording (" + brief(feature) + "), not in the dataset");
            }
        });
    }

    private static void compare(String name, String what, Object there, Object now, List<String> differences) {
        if (!there.equals(now)) {
            differences.add(name + ": " + what + " is " + there + " in the dataset, and " + now + " in the recording");
        }
    }

    private static String names(FeatureSpec feature) {
        return String.valueOf(feature.json().get("names"));
    }

    private static String brief(FeatureSpec feature) {
        return feature.dtype() + " " + feature.shape();
    }
}
