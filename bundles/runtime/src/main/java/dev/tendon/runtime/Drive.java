/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import java.util.Map;

/** What decides the actions of a session. */
public sealed interface Drive {
    /** A person, or whatever stands for one. */
    record ByTeleoperator(Chosen<TeleoperatorType<?>> teleop) implements Drive {}

    /**
     * A policy.
     *
     * @param task the task in words; empty where there is none
     * @param multiplier ticks of the loop for each of the policy's; between two of its actions the goals go in a straight line
     * @param renames other names for what the robot observes, for the policy alone: {@code observation.images.CAMERA} by the same
     */
    record ByPolicy(Chosen<PolicyType<?>> policy, String task, int multiplier, Map<String, String> renames)
            implements Drive {
        public ByPolicy {
            if (multiplier < 1) {
                throw new IllegalArgumentException("A policy cannot have " + multiplier + " ticks for an action");
            }
            renames = Map.copyOf(renames);
        }

        /** An action a tick, names as they are. */
        public ByPolicy(Chosen<PolicyType<?>> policy, String task) {
            this(policy, task, 1, Map.of());
        }
    }

    /** Actions that are known beforehand. The session ends after the last. */
    record ByTrajectory(Trajectory trajectory) implements Drive {}
}
