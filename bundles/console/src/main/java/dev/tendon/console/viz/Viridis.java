/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

/** The colours in which LeRobot shows depth: matplotlib's Viridis (CC0), at equal distances. */
final class Viridis {
    private static final int[] COLOURS = {
        0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725
    };

    private Viridis() {}

    /** The colour, as 0xRRGGBB, of a share from 0, the darkest, to 1; beyond, that of the nearer end. */
    static int colour(double share) {
        double at = Math.max(0, Math.min(1, Double.isNaN(share) ? 0 : share)) * (COLOURS.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, COLOURS.length - 1);
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = COLOURS[below] >> shift & 0xFF;
            int b = COLOURS[above] >> shift & 0xFF;
            mixed |= (int) Math.round(a + (b - a) * (at - below)) << shift;
        }
        return mixed;
    }
}
