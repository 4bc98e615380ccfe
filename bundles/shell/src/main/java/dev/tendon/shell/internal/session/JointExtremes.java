/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.shell.Columns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The smallest and the largest value of each joint, as seen in snapshots after a warm-up. Thread: any; guarded by itself. */
final class JointExtremes {
    private final List<String> names;
    private final Map<String, String> units;
    private final long warmUpNs;
    private final double[] min;
    private final double[] max;
    private double[] now;
    private long firstNs;
    private long lastTick = -1;
    private long passedNs;
    private long samples;

    /**
     * Nothing seen yet.
     *
     * @param names of the observed values, by slot
     * @param units by name; a name may be missing
     */
    JointExtremes(List<String> names, Map<String, String> units, Duration warmUp) {
        this.names = List.copyOf(names);
        this.units = Map.copyOf(units);
        warmUpNs = warmUp.toNanos();
        min = new double[names.size()];
        max = new double[names.size()];
        now = new double[names.size()];
        Arrays.fill(min, Double.NaN);
        Arrays.fill(max, Double.NaN);
    }

    /** Takes a snapshot, where it is newer than the last. Values that are not known do not count. */
    synchronized void take(SessionSnapshot snapshot) {
        if (snapshot.tick() <= lastTick) {
            return;
        }
        if (lastTick < 0) {
            firstNs = snapshot.timestampNs();
        }
        lastTick = snapshot.tick();
        passedNs = snapshot.timestampNs() - firstNs;
        for (int slot = 0; slot < min.length; slot++) {
            now[slot] = snapshot.observed(slot);
        }
        if (!recording()) {
            return;
        }
        samples++;
        for (int slot = 0; slot < min.length; slot++) {
            if (!Double.isNaN(now[slot])) {
                min[slot] = Double.isNaN(min[slot]) ? now[slot] : Math.min(min[slot], now[slot]);
                max[slot] = Double.isNaN(max[slot]) ? now[slot] : Math.max(max[slot], now[slot]);
            }
        }
    }

    /** Whether the warm-up is over. */
    synchronized boolean recording() {
        return lastTick >= 0 && passedNs >= warmUpNs;
    }

    /** Snapshots that counted. */
    synchronized long samples() {
        return samples;
    }

    /** Since the first snapshot, in seconds. */
    synchronized double passedS() {
        return passedNs / 1e9;
    }

    /** A table, with the present values in the middle. */
    synchronized List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("JOINT", "      MIN", "      NOW", "      MAX", "UNIT"));
        for (int slot = 0; slot < min.length; slot++) {
            rows.add(List.of(
                    names.get(slot),
                    number(min[slot]),
                    number(now[slot]),
                    number(max[slot]),
                    units.getOrDefault(names.get(slot), "")));
        }
        return Columns.of(rows);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "        –" : String.format(Locale.ROOT, "%9.4f", value);
    }

    /** Each joint by name; empty where nothing counted. */
    synchronized Map<String, Object> json() {
        Map<String, Object> joints = new LinkedHashMap<>();
        for (int slot = 0; slot < min.length; slot++) {
            if (!Double.isNaN(min[slot])) {
                Map<String, Object> joint = new LinkedHashMap<>();
                joint.put("min", min[slot]);
                joint.put("max", max[slot]);
                joint.put("unit", units.getOrDefault(names.get(slot), ""));
                joints.put(names.get(slot), joint);
            }
        }
        return joints;
    }
}
