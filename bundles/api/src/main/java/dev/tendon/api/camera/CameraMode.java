/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.camera;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way in which a camera can deliver pictures.
 *
 * @param fourcc its pixel format: {@code MJPG}, {@code YUYV}
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param fps pictures per second, each rate that it takes, fastest first; empty where it does not tell
 */
public record CameraMode(String fourcc, int width, int height, List<Double> fps) {
    public CameraMode {
        fps = List.copyOf(fps);
    }

    /** For people: {@code MJPG 1280x720 at 30, 24, 7.5 fps}. */
    public String text() {
        String rates = fps.stream().map(CameraMode::rate).collect(Collectors.joining(", "));
        return fourcc + " " + width + "x" + height + (fps.isEmpty() ? "" : " at " + rates + " fps");
    }

    private static String rate(double fps) {
        return BigDecimal.valueOf(fps)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
