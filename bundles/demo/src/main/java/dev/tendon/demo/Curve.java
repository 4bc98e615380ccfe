/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line over steps, drawn as SVG. The vertical axis is logarithmic where all values are above zero, since losses fall by decades.
 *
 * @param title what is drawn
 * @param points step and value
 */
record Curve(String title, List<Point> points) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 56;
    private static final int BOTTOM = 32;
    private static final int TOP = 12;
    private static final int RIGHT = 12;
    private static final int TICKS = 5;
    private static final int MOST_POINTS = 600;

    Curve {
        points = List.copyOf(points);
    }

    /** A value of a step. */
    record Point(double step, double value) {}

    /** The picture as an element of a page. */
    String svg() {
        if (points.isEmpty()) {
            return "<p class=\"soft\">Nothing was measured.</p>";
        }
        boolean logarithmic = points.stream().allMatch(point -> point.value() > 0);
        double firstStep = points.get(0).step();
        double lastStep = Math.max(firstStep + 1, points.get(points.size() - 1).step());
        double low = points.stream()
                .mapToDouble(point -> scaled(point.value(), logarithmic))
                .min()
                .orElse(0);
        double high = points.stream()
                .mapToDouble(point -> scaled(point.value(), logarithmic))
                .max()
                .orElse(1);
        double span = high > low ? high - low : 1;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                HEIGHT,
                Html.text(title)));
        for (int tick = 0; tick < TICKS; tick++) {
            double part = tick / (TICKS - 1.0);
            double y = y(part);
            double value = low + part * span;
            double x = LEFT + part * (WIDTH - LEFT - RIGHT);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y,
                    LEFT - 6,
                    y + 4,
                    number(logarithmic ? Math.pow(10, value) : value)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>",
                    x,
                    HEIGHT - 10,
                    firstStep + part * (lastStep - firstStep)));
        }
        List<String> line = new ArrayList<>();
        int every = Math.max(1, points.size() / MOST_POINTS);
        for (int i = 0; i < points.size(); i += every) {
            Point point = points.get(i);
            double x = LEFT + (point.step() - firstStep) / (lastStep - firstStep) * (WIDTH - LEFT - RIGHT);
            line.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y((scaled(point.value(), logarithmic) - low) / span)));
        }
        return svg.append("<polyline points=\"")
                .append(String.join(" ", line))
                .append("\"/></svg>")
                .toString();
    }

    private static double scaled(double value, boolean logarithmic) {
        return logarithmic ? Math.log10(value) : value;
    }

    private static double y(double part) {
        return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.3g", value);
    }
}
