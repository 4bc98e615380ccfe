/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * What goes wrong with an arm, as its address says.
 *
 * @param seed of all chance
 * @param faults what
 * @param afterNs from how much time after the opening on; the plug has its own times
 * @param plug the plug's times
 */
record FaultPlan(long seed, ArmFaults faults, long afterNs, PlugPlan plug) {
    static final FaultPlan NONE = new FaultPlan(1, ArmFaults.none(), 0, PlugPlan.NONE);
}
