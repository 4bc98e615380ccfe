/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim.scene;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.FrameWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A pose in the numbers of an SO-101's driver, by LeRobot's rules (0.6, motors/motors_bus.py): degrees of 4095 to the turn from the
 * middle of the range, or -100..100 over it; the gripper 0..100. Immutable. Thread: any.
 */
public final class PoseUnits {
    private static final List<String> NAMES =
            List.of("shoulder_pan", "shoulder_lift", "elbow_flex", "wrist_flex", "wrist_roll", "gripper");
    private static final int GRIPPER = Scene.JOINTS - 1;
    private static final double DEGREES = 180 / Math.PI * 4096 / 4095;

    private final double[] low;
    private final double[] high;
    private final boolean degrees;

    /**
     * The rules of one arm.
     *
     * @param low the lower ends of the joints' ranges, in radians from their middle
     * @param high the upper ends
     */
    public PoseUnits(double[] low, double[] high, boolean degrees) {
        this.low = low.clone();
        this.high = high.clone();
        this.degrees = degrees;
    }

    /** What {@link #write} writes: the driver's names and units. */
    public static Features features(boolean degrees) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < Scene.JOINTS; i++) {
            String unit = i == GRIPPER ? Units.PERCENT : degrees ? Units.DEGREES : Units.SIGNED_PERCENT;
            features.add(Feature.scalar(NAMES.get(i) + ".pos", unit));
        }
        return Features.of(features);
    }

    /** Writes a pose to the first slots. Allocates nothing. */
    public void write(double[] pose, FrameWriter out) {
        for (int i = 0; i < Scene.JOINTS; i++) {
            double share = (pose[i] - low[i]) / (high[i] - low[i]);
            out.value(i, i == GRIPPER ? 100 * share : degrees ? pose[i] * DEGREES : 200 * share - 100);
        }
    }
}
