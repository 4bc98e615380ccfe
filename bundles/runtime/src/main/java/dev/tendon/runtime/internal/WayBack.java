/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;

/** The way of a robot at the end of a session, from the goal sent last to the pose first observed. Owner: the control thread. */
final class WayBack {
    private final long ticks;
    private final int[] observedSlots;
    private final double[] home;
    private final Ramp ramp;
    private boolean known;
    private boolean begun;
    private boolean arrived;

    /**
     * @param ticks how many it takes; 0: it is not gone
     * @param observedSlots as from {@link Matching#observedSlots}
     */
    WayBack(long ticks, int[] observedSlots) {
        this.ticks = ticks;
        this.observedSlots = observedSlots;
        home = new double[observedSlots.length];
        ramp = new Ramp(observedSlots.length);
    }

    /** Whether it is to be gone. Thread: any. */
    boolean wanted() {
        return ticks > 0;
    }

    /** The robot was observed; the first one counts. A value that is not observed stays what it was sent last. */
    void observed(Frame observation) {
        if (known) {
            return;
        }
        known = true;
        for (int slot = 0; slot < home.length; slot++) {
            home[slot] = observedSlots[slot] < 0 ? Double.NaN : observation.value(observedSlots[slot]);
        }
    }

    /** Begins it, once; false where there is nothing to go back to, or it was gone already. */
    boolean begin(Frame sent) {
        if (!wanted() || !known || begun) {
            return false;
        }
        begun = true;
        for (int slot = 0; slot < home.length; slot++) {
            double from = sent.value(slot);
            home[slot] = Double.isFinite(home[slot]) ? home[slot] : from;
            ramp.start(slot, Double.isFinite(from) ? from : home[slot]);
        }
        ramp.begin(ticks);
        return true;
    }

    /** Whether it is being gone. */
    boolean going() {
        return begun && !arrived;
    }

    /** The next goal on it. */
    void next(FrameWriter goal, Frame sent) {
        boolean moving = ramp.active();
        if (moving) {
            ramp.next();
        }
        for (int slot = 0; slot < home.length; slot++) {
            goal.value(slot, ramp.towards(slot, home[slot]));
        }
        arrived = !ramp.active();
    }
}
