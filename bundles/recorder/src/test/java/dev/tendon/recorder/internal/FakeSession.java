/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.runtime.JointRanges;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionCamera;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionSnapshot;
import dev.tendon.runtime.Tick;
import dev.tendon.runtime.TickTap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A session whose ticks a test makes: tick n observes n, wants 1000 + n and sends 2000 + n. */
final class FakeSession implements Session, TickTap {
    private record FakeTick(
            long number,
            long beganNs,
            boolean observed,
            boolean acted,
            FrameBuffer observation,
            FrameBuffer wanted,
            FrameBuffer sent)
            implements Tick {
        @Override
        public long latenessNs() {
            return 0;
        }

        @Override
        public long observeNs() {
            return 1;
        }

        @Override
        public long driveNs() {
            return 1;
        }

        @Override
        public long sendNs() {
            return 1;
        }

        @Override
        public long offerNs() {
            return 1;
        }
    }

    /** What the recorder told of episodes. */
    final List<Boolean> episodes = new CopyOnWriteArrayList<>();

    volatile boolean simulated;
    volatile boolean lockstep;
    private final Features observation;
    private final Features action;
    private final long periodNs;
    private final LinkedBlockingQueue<FakeTick> queue = new LinkedBlockingQueue<>();
    private @Nullable FakeTick reading;
    private long ticks;
    private volatile boolean ended;
    private volatile boolean stopped;

    FakeSession(Features observation, Features action, int fps) {
        this.observation = observation;
        this.action = action;
        periodNs = 1_000_000_000L / fps;
    }

    long ticks() {
        return ticks;
    }

    long nowNs() {
        return ticks * periodNs;
    }

    /** A tick; the caller's reference to the picture moves in. */
    void tick(@Nullable Image picture) {
        tick(picture, true, true);
    }

    /** A tick with a picture for each of two cameras; the caller's reference moves in. */
    void tick(Image one, Image other) {
        tick(one, true, true, other);
    }

    /** Ticks before anybody has moved. */
    void idle(ImagePool pool, int count) {
        for (int i = 0; i < count; i++) {
            Image picture = pool.take();
            picture.stamp(nowNs(), 0);
            tick(picture, true, false);
        }
    }

    void unobserved() {
        tick(null, false, false);
    }

    /** Ticks that nobody gets. */
    void skip(int count) {
        ticks += count;
    }

    private void tick(@Nullable Image picture, boolean observed, boolean acted) {
        tick(picture, observed, acted, null);
    }

    private void tick(@Nullable Image picture, boolean observed, boolean acted, @Nullable Image other) {
        FrameBuffer seen = new FrameBuffer(observation.layout());
        FrameBuffer wanted = new FrameBuffer(action.layout());
        FrameBuffer sent = new FrameBuffer(action.layout());
        for (int slot = 0; slot < action.layout().values(); slot++) {
            seen.value(slot, ticks);
            wanted.value(slot, 1000 + ticks);
            sent.value(slot, 2000 + ticks);
        }
        if (other != null) {
            seen.image(1, other);
        }
        if (picture != null) {
            seen.image(0, picture);
            picture.release();
        }
        queue.add(new FakeTick(ticks, nowNs(), observed, acted, seen, wanted, sent));
        ticks++;
    }

    /** Waits until the recorder has read all there is. */
    void awaitRead() {
        while (!queue.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    void end() {
        ended = true;
    }

    boolean stopped() {
        return stopped;
    }

    @Override
    public synchronized @Nullable Tick next() {
        if (reading != null) {
            reading.observation().clear();
        }
        reading = queue.poll();
        return reading;
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public SessionReport run() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public SessionSnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SessionCamera> cameras() {
        return List.of();
    }

    @Override
    public Features observationFeatures() {
        return observation;
    }

    @Override
    public Features actionFeatures() {
        return action;
    }

    @Override
    public Optional<JointRanges> ranges() {
        return Optional.empty();
    }

    @Override
    public Optional<TickTap> tap() {
        return Optional.of(this);
    }

    @Override
    public void lockstep() {
        lockstep = true; // a test makes the ticks
    }

    @Override
    public void episode(boolean running) {
        episodes.add(running);
    }

    @Override
    public boolean simulatedTime() {
        return simulated;
    }

    @Override
    public void rest(boolean rest) {
        // nobody drives
    }

    @Override
    public void close() {
        // nothing is open
    }
}
