/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of a simulated camera. Times of faults count from the moment it is connected, in the session's clock. */
@Describe("A camera that draws its pictures")
public record SimCameraConfig(
        @Describe("Width of the picture in pixels") int width,
        @Describe("Height of the picture in pixels") int height,
        @Describe(value = "Pictures per second", unit = "Hz") int fps,
        @Describe(
                        "What it sees: a test pattern with the picture's number in it, the simulated arm, or the scene around it")
                @Default("pattern")
                View view,
        @Describe("Port of the arm that it sees, as the robot has it; the one opened last where there are several")
                @Default("sim:")
                String port,
        @Describe("Where it stands in a scene: one of the scene's views, such as front, top, side, wrist")
                @Default("front")
                String from,
        @Describe(value = "From when on it delivers nothing new", unit = "s") Optional<Double> stallAfterS,
        @Describe(value = "For how long it then delivers nothing new; without it for good", unit = "s")
                Optional<Double> stallForS,
        @Describe(value = "When its plug is pulled", unit = "s") Optional<Double> unplugAfterS,
        @Describe(value = "For how long it then stays unplugged; without it for good", unit = "s")
                Optional<Double> unplugForS,
        @Describe("Share of the pictures that are lost at random, 0 to 1") @Default("0") double drop,
        @Describe("What chance begins with: the same number loses the same pictures") @Default("0") long seed) {
    private static final int MIN_WIDTH = 2 * TestPattern.BITS;
    private static final int MIN_HEIGHT = 16;
    private static final int MAX_SIDE = 8192;
    private static final int MAX_FPS = 1000;

    public SimCameraConfig {
        List<String> problems = new ArrayList<>();
        within(problems, "width", width, MIN_WIDTH, MAX_SIDE);
        within(problems, "height", height, MIN_HEIGHT, MAX_SIDE);
        within(problems, "fps", fps, 1, MAX_FPS);
        if (!port.startsWith("sim:")) {
            problems.add("port is \"" + port + "\", but only simulated arms can be drawn: sim: or sim:NAME");
        }
        positive(problems, "stall_after_s", stallAfterS);
        positive(problems, "stall_for_s", stallForS);
        positive(problems, "unplug_after_s", unplugAfterS);
        positive(problems, "unplug_for_s", unplugForS);
        needs(problems, "stall_for_s", stallForS, "stall_after_s", stallAfterS);
        needs(problems, "unplug_for_s", unplugForS, "unplug_after_s", unplugAfterS);
        if (!(drop >= 0 && drop <= 1)) {
            problems.add("drop is " + drop + "; it is a share, 0 to 1");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static void within(List<String> problems, String option, int value, int min, int max) {
        if (value < min || value > max) {
            problems.add(option + " is " + value + ", but must be " + min + " to " + max);
        }
    }

    private static void positive(List<String> problems, String option, Optional<Double> value) {
        if (value.isPresent() && !(value.get() > 0 && value.get() < 1e6)) {
            problems.add(option + " is " + value.get() + "; it counts seconds, more than 0");
        }
    }

    private static void needs(
            List<String> problems, String option, Optional<Double> value, String other, Optional<Double> otherValue) {
        if (value.isPresent() && otherValue.isEmpty()) {
            problems.add(option + " says nothing without " + other);
        }
    }
}
