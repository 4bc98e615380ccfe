/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Lines over one axis.
 *
 * @param title what is drawn
 * @param unit of the horizontal axis
 * @param fromZero whether the vertical axis begins at 0, as that of sizes should
 * @param lines drawn in this order; at most one a look
 */
public record Chart(String title, String unit, boolean fromZero, List<Line> lines) {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 140;
    private static final int LEFT = 46;
    private static final int BOTTOM = 18;
    private static final int TOP = 6;

    public Chart {
        lines = List.copyOf(lines);
    }

    /** The chart as SVG. */
    String svg() {
        Span x = Span.of(lines.stream().flatMap(line -> line.x().stream()).mapToDouble(Double::doubleValue));
        Span y = Span.of(DoubleStream.concat(
                lines.stream().flatMap(line -> line.y().stream()).mapToDouble(Double::doubleValue),
                fromZero ? DoubleStream.of(0) : DoubleStream.empty()));
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                HEIGHT,
                Html.text(title)));
        for (double part : new double[] {0, 0.5, 1}) {
            double at = HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
            svg.append(String.format(
                    Locale.ROOT,
                    "<path class=\"grid\" d=\"M%d %.1fH%d\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT,
                    at,
                    WIDTH,
                    LEFT - 4,
                    at + 4,
                    Html.number(y.at(part))));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\">%s</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s %s</text>",
                LEFT,
                HEIGHT - 4,
                Html.number(x.low()),
                WIDTH,
                HEIGHT - 4,
                Html.number(x.high()),
                Html.text(unit)));
        lines.forEach(line -> path(svg, line, x, y));
        return svg.append("</svg>").toString();
    }

    private static void path(StringBuilder svg, Line line, Span x, Span y) {
        svg.append("<path class=\"").append(line.look().style()).append("\" d=\"");
        boolean drawing = false;
        for (int i = 0; i < line.x().size(); i++) {
            double value = line.y().get(i);
            if (!Double.isFinite(value)) {
                drawing = false;
                continue;
            }
            double px = LEFT + x.part(line.x().get(i)) * (WIDTH - LEFT);
            double py = HEIGHT - BOTTOM - y.part(value) * (HEIGHT - BOTTOM - TOP);
            svg.append(String.format(Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", px, py));
            drawing = true;
        }
        svg.append("\"/>");
    }

    /** From the least to the greatest of some numbers. */
    private record Span(double low, double high) {
        static Span of(DoubleStream values) {
            double[] finite = values.filter(Double::isFinite).toArray();
            double low = DoubleStream.of(finite).min().orElse(0);
            double high = DoubleStream.of(finite).max().orElse(1);
            return new Span(low, high);
        }

        double part(double value) {
            return high > low ? (value - low) / (high - low) : 0.5;
        }

        double at(double part) {
            return low + part * (high - low);
        }
    }
}
