/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.runtime.BusErrors;
import dev.tendon.runtime.CameraTicks;
import dev.tendon.runtime.JointRanges;
import dev.tendon.runtime.LoopCounters;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionCamera;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.runtime.TickTap;
import java.util.List;
import java.util.Optional;

/** Two joints and a current, as far as a view sees them; ticks whenever the test says so. */
final class FakeSession implements Session {
    private final List<SessionCamera> cameras;
    private volatile SessionSnapshot snapshot = at(-1, 0);

    FakeSession(SessionCamera... cameras) {
        this.cameras = List.of(cameras);
    }

    private static SessionSnapshot at(long tick, long missed) {
        double t = tick / 60.0;
        return SessionSnapshot.of(
                new SessionSnapshot.Figures(
                        tick,
                        5_000_000_000L + tick * 16_666_667L,
                        59.9,
                        100 + 50 * Math.sin(t),
                        180,
                        missed,
                        new LoopCounters(
                                1, 2, 0, 4, 0, 0, 0, 1, new BusErrors(7, 0, 5), List.of(new CameraTicks("top", 3, 2)))),
                new double[] {40 * Math.sin(t), 50 + 30 * Math.cos(t), 0.25},
                new double[] {40 * Math.sin(t + 0.2), 50 + 30 * Math.cos(t + 0.2)},
                new double[] {40 * Math.sin(t + 0.1), 50 + 30 * Math.cos(t + 0.1)});
    }

    /** The loop has done this tick. */
    void tick(long tick) {
        snapshot = at(tick, tick / 100);
    }

    @Override
    public SessionSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public List<SessionCamera> cameras() {
        return cameras;
    }

    @Override
    public Features observationFeatures() {
        return Features.of(
                Feature.scalar("shoulder_pan.pos", Units.DEGREES),
                Feature.scalar("gripper.pos", Units.PERCENT),
                Feature.scalar("gripper.current", "A"));
    }

    @Override
    public Features actionFeatures() {
        return Features.of(
                Feature.scalar("shoulder_pan.pos", Units.DEGREES), Feature.scalar("gripper.pos", Units.PERCENT));
    }

    @Override
    public Optional<JointRanges> ranges() {
        return Optional.of(JointRanges.of(new double[] {-90, 0}, new double[] {90, 100}));
    }

    @Override
    public SessionReport run() {
        throw new AssertionError("A view does not run a session");
    }

    @Override
    public void stop() {
        throw new AssertionError("A view does not stop a session");
    }

    @Override
    public Optional<TickTap> tap() {
        return Optional.empty();
    }

    @Override
    public void episode(boolean running) {
        // nobody follows
    }

    @Override
    public boolean simulatedTime() {
        return false;
    }

    @Override
    public void rest(boolean rest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new AssertionError("A view does not close a session");
    }
}
