/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import dev.tendon.runtime.Session;
import dev.tendon.sim.SimulatedArm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * How long the wires are in use in a tick, by the simulator's own count. What a tick waits for are a question and its answers on either
 * wire; the goals are handed over, and go out while the loop waits for its time. So the floor is twice what the leader's wire
 * carries, which has nothing but the same question. Medians: a question that is asked again is no part of a floor. Thread: its
 * creator's.
 */
final class WirePerTick {
    private static final long LOOK_EVERY_NS = 1_000_000;

    private final Session session;
    private final List<SimulatedArm> arms;
    private final Clock clock;
    private final List<Double> askedUs = new ArrayList<>();
    private final List<Double> allUs = new ArrayList<>();

    WirePerTick(Session session, List<SimulatedArm> arms, Clock clock) {
        this.session = session;
        this.arms = List.copyOf(arms);
        this.clock = clock;
    }

    /** Looks at pairs of ticks from {@code tick} on, until the run is over. */
    void watch(long tick, Future<?> run) throws InterruptedException {
        Mark last = look();
        while (!run.isDone()) {
            Mark now = look();
            if (now.settled && last.settled && last.tick >= tick && now.tick == last.tick + 1) {
                askedUs.add(2 * (now.leaderNs - last.leaderNs) / 1e3);
                allUs.add((now.leaderNs + now.followerNs - last.leaderNs - last.followerNs) / 1e3);
            }
            if (now.tick != last.tick) {
                last = now; // the first look after a tick: a later one may be within the next
            }
            clock.sleepUntil(clock.nanoTime() + LOOK_EVERY_NS);
        }
    }

    /** The median of what a tick waits for, in microseconds. */
    double askedUs() {
        return Figures.median(askedUs);
    }

    /** The median of all that a tick puts on the wires, in microseconds. */
    double allUs() {
        return Figures.median(allUs);
    }

    /** The wires' time after a tick; settled where none began meanwhile. */
    private record Mark(long tick, long leaderNs, long followerNs, boolean settled) {}

    private Mark look() {
        long before = session.snapshot().tick();
        long leaderNs = ns("leader");
        long followerNs = ns("follower");
        boolean settled = leaderNs == ns("leader")
                && followerNs == ns("follower")
                && session.snapshot().tick() == before;
        return new Mark(before, leaderNs, followerNs, settled);
    }

    private long ns(String kind) {
        return arms.stream()
                .filter(arm -> arm.kind().equals(kind))
                .mapToLong(SimulatedArm::wireNs)
                .sum();
    }
}
