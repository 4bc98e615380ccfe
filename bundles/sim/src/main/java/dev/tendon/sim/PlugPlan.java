/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * When an arm's plug is pulled, and when it is put back.
 *
 * @param unplugNs after how much time from the opening on; -1: at no time
 * @param unplugPackets after how many packets either way; -1: after none
 * @param replugNs after how much time out it is put back; -1: never
 */
record PlugPlan(long unplugNs, long unplugPackets, long replugNs) {
    static final PlugPlan NONE = new PlugPlan(-1, -1, -1);

    boolean unplugs() {
        return unplugNs >= 0 || unplugPackets >= 0;
    }

    boolean due(long sinceNs, long packets) {
        return (unplugNs >= 0 && sinceNs >= unplugNs) || (unplugPackets >= 0 && packets >= unplugPackets);
    }
}
