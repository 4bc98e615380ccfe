/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The joints of an arm in order; a joint's place in this order is its slot in arrays and layouts. Immutable. Thread: any. */
public final class Joints {
    private final List<MotorJoint> all;

    private Joints(List<MotorJoint> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The joints in this order.
     *
     * @throws IllegalArgumentException where a name or an id is there twice
     */
    public static Joints of(MotorJoint... joints) {
        List<MotorJoint> all = List.of(joints);
        if (new HashSet<>(all.stream().map(MotorJoint::name).toList()).size() < all.size()
                || new HashSet<>(all.stream().map(MotorJoint::id).toList()).size() < all.size()) {
            throw new IllegalArgumentException("A name or an id is there twice: " + all);
        }
        return new Joints(all);
    }

    public List<MotorJoint> all() {
        return all;
    }

    public int count() {
        return all.size();
    }

    public MotorJoint at(int slot) {
        return all.get(slot);
    }

    /** The motors' ids in order; a new array. */
    public int[] ids() {
        return all.stream().mapToInt(MotorJoint::id).toArray();
    }

    public List<String> names() {
        return all.stream().map(MotorJoint::name).toList();
    }

    /** The joints' names by id, in order. */
    public Map<Integer, String> namesById() {
        return all.stream()
                .collect(Collectors.toMap(MotorJoint::id, MotorJoint::name, (a, b) -> a, LinkedHashMap::new));
    }

    /** The positions as features. */
    public Features features(boolean useDegrees) {
        return Features.of(all.stream()
                .map(joint -> Feature.scalar(joint.feature(), unit(joint, useDegrees)))
                .toList());
    }

    static String unit(MotorJoint joint, boolean useDegrees) {
        if (joint.travel() == MotorJoint.Travel.GRIPPER) {
            return Units.PERCENT;
        }
        return useDegrees ? Units.DEGREES : Units.SIGNED_PERCENT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Joints joints && all.equals(joints.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return names().toString();
    }
}
