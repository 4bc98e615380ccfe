/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.LiveView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Records how far joints are moved, and shows it as LeRobot does: name, lowest, present and highest position. A motor that
 * does not answer for a while is told in the table, and the recording goes on. Thread: its driver's.
 */
final class RangeRecording implements LiveView {
    /** Less than this, some 4 degrees, is a joint that shakes, not one that is moved. */
    static final int LEAST_STEPS = 50;

    private static final int HALF = (MotorKind.LAST_STEP + 1) / 2;

    private final List<MotorJoint> joints;
    private final MotorBus bus;
    private final int[] ids;
    private final int[] present;
    private final int[] last;
    private final int[] min;
    private final int[] max;
    private final boolean[] wrapped;
    private boolean begun;

    RangeRecording(List<MotorJoint> joints, MotorBus bus) {
        this.joints = joints;
        this.bus = bus;
        ids = joints.stream().mapToInt(MotorJoint::id).toArray();
        present = new int[ids.length];
        last = new int[ids.length];
        min = new int[ids.length];
        max = new int[ids.length];
        wrapped = new boolean[ids.length];
        Arrays.fill(min, Integer.MAX_VALUE);
        Arrays.fill(max, Integer.MIN_VALUE);
    }

    @Override
    public List<String> next() throws DeviceException {
        try {
            bus.positions(ids, present);
        } catch (MotorSilentException e) {
            List<String> lines = begun ? table() : new ArrayList<>();
            lines.add(e.getMessage());
            return lines;
        }
        for (int i = 0; i < ids.length; i++) {
            min[i] = Math.min(min[i], present[i]);
            max[i] = Math.max(max[i], present[i]);
            wrapped[i] |= begun && Math.abs(present[i] - last[i]) > HALF;
            last[i] = present[i];
        }
        begun = true;
        return table();
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(line("NAME", "MIN", "POS", "MAX"));
        for (int i = 0; i < ids.length; i++) {
            lines.add(line(
                    joints.get(i).name(), String.valueOf(min[i]), String.valueOf(present[i]), String.valueOf(max[i])));
        }
        return lines;
    }

    private static String line(String name, String min, String present, String max) {
        return String.format(Locale.ROOT, "%-15s | %6s | %6s | %6s", name, min, present, max);
    }

    /** The joints that turned past the end of their count. */
    List<String> wrapped() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (wrapped[i]) {
                names.add(joints.get(i).name());
            }
        }
        return names;
    }

    /** The joints that were hardly moved, a sentence each. */
    List<String> unmoved() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (!begun || max[i] - min[i] < LEAST_STEPS) {
                sentences.add(joints.get(i).name()
                        + (begun ? " was not moved (" + min[i] + " to " + max[i] + ")" : " was not read yet"));
            }
        }
        return sentences;
    }

    int min(int index) {
        return min[index];
    }

    int max(int index) {
        return max[index];
    }
}
