/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.sim.scene.Motion;
import dev.tendon.sim.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/** A motion from pose to pose, from rest to rest, as smooth as a hand: least jerk (Flash and Hogan 1985). Immutable. */
final class Waypoints implements Motion {
    private final double[][] poses;
    private final double[] times;

    private Waypoints(List<double[]> poses, List<Double> times) {
        this.poses = poses.toArray(double[][]::new);
        this.times = times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Gathers waypoints. */
    static final class Builder {
        private final List<double[]> poses = new ArrayList<>();
        private final List<Double> times = new ArrayList<>();

        Builder(double[] from) {
            poses.add(from.clone());
            times.add(0.0);
        }

        /** Goes to {@code pose}, which takes so long. */
        Builder to(double[] pose, double seconds) {
            poses.add(pose.clone());
            times.add(times.get(times.size() - 1) + seconds);
            return this;
        }

        Builder rest(double seconds) {
            return to(poses.get(poses.size() - 1), seconds);
        }

        Waypoints build() {
            return new Waypoints(poses, times);
        }
    }

    @Override
    public double lengthS() {
        return times[times.length - 1];
    }

    @Override
    public void at(double seconds, double[] pose) {
        int i = 1;
        while (i < times.length - 1 && seconds >= times[i]) {
            i++;
        }
        double length = times[i] - times[i - 1];
        double s = length <= 0 ? 1 : Math.max(0, Math.min(1, (seconds - times[i - 1]) / length));
        double share = s * s * s * (10 + s * (6 * s - 15));
        for (int j = 0; j < Scene.JOINTS; j++) {
            pose[j] = poses[i - 1][j] + share * (poses[i][j] - poses[i - 1][j]);
        }
    }
}
