/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

/**
 * The USB plug of a simulated arm: in or out, by plan or by hand. A channel that was open when it was pulled stays dead: it asks for
 * the number of the connection that it was opened on. Thread: its arm's lock.
 */
final class Plug {
    private final PlugPlan plan;
    private final long startNs;
    private boolean planned;
    private boolean out;
    private boolean byHand;
    private long outSinceNs;
    private int connection;

    Plug(PlugPlan plan, long startNs) {
        this.plan = plan;
        this.startNs = startNs;
        planned = plan.unplugs();
    }

    /** The number of the connection at {@code nowNs}, after {@code packets}; -1 while the plug is out. */
    int connection(long nowNs, long packets) {
        if (planned && plan.due(nowNs - startNs, packets)) {
            planned = false;
            pull(nowNs);
        }
        if (out && !byHand && plan.replugNs() >= 0 && nowNs - outSinceNs >= plan.replugNs()) {
            out = false;
        }
        return out ? -1 : connection;
    }

    private void pull(long nowNs) {
        if (!out) {
            out = true;
            outSinceNs = nowNs;
            connection++;
        }
    }

    void unplug(long nowNs) {
        pull(nowNs);
        byHand = true;
    }

    void replug() {
        out = false;
        byHand = false;
    }
}
