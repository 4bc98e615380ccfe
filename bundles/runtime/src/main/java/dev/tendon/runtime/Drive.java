/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.teleoperator.TeleoperatorType;

/** What decides the actions of a session. */
public sealed interface Drive {
    /** A person, or whatever stands for one. */
    record ByTeleoperator(Chosen<TeleoperatorType<?>> teleop) implements Drive {}

    /**
     * A policy.
     *
     * @param task the task in words; empty where there is none
     */
    record ByPolicy(Chosen<PolicyType<?>> policy, String task) implements Drive {}

    /** Actions that are known beforehand. The session ends after the last. */
    record ByTrajectory(Trajectory trajectory) implements Drive {}
}
