/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.option;

import java.util.Map;

/**
 * A number for every joint, or one number by joint: {@code --robot.max_relative_target=5} or
 * {@code --robot.max_relative_target="{shoulder_pan: 5, gripper: 20, …}"}. In the joint's unit.
 */
public sealed interface PerJoint {
    /** The same number for all joints. */
    record Same(double value) implements PerJoint {}

    /** A number for each joint by its name, without {@code .pos}. */
    record ByName(Map<String, Double> values) implements PerJoint {
        public ByName {
            values = Map.copyOf(values);
        }
    }

    /**
     * The number of joint {@code name}.
     *
     * @throws ConfigException where a map was given that does not name the joint
     */
    default double of(String name) {
        if (this instanceof Same same) {
            return same.value();
        }
        Map<String, Double> values = ((ByName) this).values();
        Double value = values.get(name);
        if (value == null) {
            throw new ConfigException("No number for joint \"" + name
                    + "\": a map must name every joint, and this one names "
                    + String.join(", ", values.keySet().stream().sorted().toList()));
        }
        return value;
    }
}
