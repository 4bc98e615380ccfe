/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import java.util.List;
import java.util.stream.Stream;

/** The joints of an SO-100 or SO-101 arm in LeRobot's order, with the id of each servo (lerobot 0.6, robots/so_follower/so_follower.py). */
enum Joint {
    SHOULDER_PAN(1),
    SHOULDER_LIFT(2),
    ELBOW_FLEX(3),
    WRIST_FLEX(4),
    WRIST_ROLL(5),
    GRIPPER(6);

    /** In order; not copied at each call, as {@code values()} is. */
    static final List<Joint> ALL = List.of(values());

    static final int COUNT = ALL.size();

    private final int id;

    Joint(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** Its place in arrays of joints and in the arm's layouts. */
    int slot() {
        return id - 1;
    }

    /** LeRobot's name: {@code shoulder_pan}. */
    String spelling() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The feature that carries its position. */
    String feature() {
        return spelling() + ".pos";
    }

    /** The servos' ids in order; a new array. */
    static int[] ids() {
        return ALL.stream().mapToInt(Joint::id).toArray();
    }

    static Stream<String> spellings() {
        return ALL.stream().map(Joint::spelling);
    }
}
