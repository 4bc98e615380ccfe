/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.SessionEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, on real time, whether each tick returns. When one does not: takes away what the device it hangs in has leased, which
 * applies the rule that its driver left, and gives the control thread up. Thread: its own.
 */
final class Watchdog implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final String session;
    private final Rig rig;
    private final Duration limit;
    private final ControlLoop loop;
    private volatile @Nullable Seat<?> blamed;

    Watchdog(String session, Rig rig, Duration limit, ControlLoop loop) {
        this.session = session;
        this.rig = rig;
        this.limit = limit;
        this.loop = loop;
    }

    void start() {
        Threads.start("tendon-watchdog-" + session, this);
    }

    /** Whose driver did not return; null where all did. */
    @Nullable
    Seat<?> blamed() {
        return blamed;
    }

    @Override
    public void run() {
        long napNs = Math.max(1_000_000, Math.min(20_000_000, limit.toNanos() / 10));
        Clock real = rig.real();
        long last = real.nanoTime();
        try {
            while (!loop.over()) {
                real.sleepUntil(last + napNs);
                long now = real.nanoTime();
                // A longer nap than intended is a suspended or starved process: it says nothing about the tick.
                int stage = rig.watch().overdue(Math.min(now - last, 2 * napNs), limit.toNanos());
                last = now;
                if (stage != Watch.RESTING) {
                    act(rig.at(stage));
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("The watchdog of session {} was interrupted: the session ends", session);
            loop.stop(Ending.STOPPED);
        }
    }

    private void act(Seat<?> seat) {
        blamed = seat;
        Mount<?> mount = seat.mount();
        if (mount != null) {
            mount.context().revokeAll();
        }
        String text = seat.label() + " did not return from a tick within " + limit.toMillis()
                + " ms; what it held was taken away and left safe.";
        rig.events().post(SessionEvent.Kind.HUNG, loop.tick(), text);
        loop.abandon(new Outcome(
                Ending.HUNG,
                new DeviceException(
                        text + " Check the device, then start again; if it comes back, report the driver.")));
    }
}
