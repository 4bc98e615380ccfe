/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.report;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name what it is, for the legend
 * @param look its colour
 * @param x where its points are; as many as {@code y}
 * @param y how high; what is not finite is a gap
 */
public record Line(String name, Look look, List<Double> x, List<Double> y) {
    /** Colours, told apart by people with any colour vision. */
    public enum Look {
        FIRST("observed"),
        SECOND("sent"),
        THIRD("other");

        private final String style;

        Look(String style) {
            this.style = style;
        }

        String style() {
            return style;
        }
    }

    public Line {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(name + " has " + x.size() + " places and " + y.size() + " values");
        }
    }
}
