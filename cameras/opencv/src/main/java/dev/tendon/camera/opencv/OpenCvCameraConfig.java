/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.IndexOrPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Options of a camera: names and defaults as LeRobot 0.6 has them (cameras/opencv/configuration_opencv.py). {@code timeout_ms} and
 * {@code loop} are Tendon's; {@code width}, {@code height} and {@code fps} must be given, as LeRobot demands of a robot's cameras.
 */
@Describe("A camera, or a video file or image sequence that is played as one")
public record OpenCvCameraConfig(
        @Describe(
                        "Number of the camera, its device (/dev/video0), a video file, a folder of pictures, or a pattern (img-%06d.png)")
                IndexOrPath indexOrPath,
        @Describe(value = "Pictures per second", unit = "Hz") int fps,
        @Describe("Width of the picture in pixels, after rotation") int width,
        @Describe("Height of the picture in pixels, after rotation") int height,
        @Describe("Order of the colours") @Default("rgb") ColorMode colorMode,
        @Describe(value = "Turns the picture clockwise: 0, 90, 180 or -90", unit = "deg") @Default("0") int rotation,
        @Describe(value = "How long a device runs before its pictures count", unit = "s") @Default("1") double warmupS,
        @Describe("Pixel format to ask the device for, such as MJPG or YUYV; without it the driver chooses")
                Optional<String> fourcc,
        @Describe("How OpenCV talks to the device") @Default("any") Backend backend,
        @Describe(value = "A device that delivers nothing for so long is opened anew", unit = "ms") @Default("2000")
                int timeoutMs,
        @Describe("A file begins again after its end; otherwise its last picture stays") @Default("true")
                boolean loop) {
    private static final int MAX_SIDE = 16384;
    private static final int MAX_FPS = 1000;
    /** The host gives a camera up that has not connected after 15 s. */
    private static final int LONGEST_WARM_UP_S = 10;

    public OpenCvCameraConfig {
        List<String> problems = new ArrayList<>();
        within(problems, "width", width, MAX_SIDE);
        within(problems, "height", height, MAX_SIDE);
        within(problems, "fps", fps, MAX_FPS);
        within(problems, "timeout_ms", timeoutMs, 600_000);
        if (rotation != 0 && rotation != 90 && rotation != 180 && rotation != -90) {
            problems.add("rotation is " + rotation + ", but must be 0, 90, 180 or -90");
        }
        if (!(warmupS >= 0 && warmupS <= LONGEST_WARM_UP_S)) {
            problems.add("warmup_s is " + warmupS + ", but must be 0 to " + LONGEST_WARM_UP_S);
        }
        fourcc.ifPresent(code -> {
            if (!code.matches("[ -~]{4}")) {
                problems.add("fourcc is \"" + code + "\", but must have four characters, such as MJPG or YUYV");
            }
        });
        if (device(indexOrPath)) {
            if (!loop) {
                problems.add("loop=false is for files, and " + shown(indexOrPath) + " is a device");
            }
        } else {
            fourcc.ifPresent(code ->
                    problems.add("fourcc=" + code + " is for devices, and " + shown(indexOrPath) + " is a file"));
            if (backend != Backend.ANY) {
                problems.add("backend=v4l2 is for devices, and " + shown(indexOrPath) + " is a file");
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static void within(List<String> problems, String option, int value, int max) {
        if (value < 1 || value > max) {
            problems.add(option + " is " + value + ", but must be 1 to " + max);
        }
    }

    /** The device or file in messages. */
    String shown() {
        return shown(indexOrPath);
    }

    private static String shown(IndexOrPath place) {
        return place instanceof IndexOrPath.Path path
                ? path.path()
                : "/dev/video" + ((IndexOrPath.Index) place).index();
    }

    /** Whether this is a device rather than a file. */
    boolean isDevice() {
        return device(indexOrPath);
    }

    private static boolean device(IndexOrPath place) {
        return !(place instanceof IndexOrPath.Path path) || path.path().startsWith("/dev/");
    }

    private boolean lies() {
        return rotation == 90 || rotation == -90;
    }

    /** Width before rotation. */
    int captureWidth() {
        return lies() ? height : width;
    }

    /** Height before rotation. */
    int captureHeight() {
        return lies() ? width : height;
    }
}
