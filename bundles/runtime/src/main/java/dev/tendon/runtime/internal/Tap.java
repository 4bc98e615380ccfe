/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.feature.Layout;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.Tick;
import dev.tendon.runtime.TickTap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A ring of ticks between the control thread, which offers, and one reader. Its memory is taken once; offering allocates nothing and
 * waits for nothing. A place belongs to the reader from {@link #written} on until {@link #read}.
 *
 * <p>Threads: {@link #offer} the control thread; {@link #end} any; the rest the reader.
 */
final class Tap implements TickTap {
    private static final long READER_NAP_NS = 20_000;

    private final Slot[] slots;
    private final Clock clock;
    /** Ticks left here so far; by the control thread. */
    private final AtomicLong written = new AtomicLong();
    /** Ticks whose place is free again; by the reader. */
    private final AtomicLong read = new AtomicLong();

    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean ended;
    private volatile boolean lockstep;
    private boolean reading;

    /** @param size how many ticks have room */
    Tap(int size, Layout observation, Layout action, Clock clock) {
        this.clock = clock;
        slots = new Slot[size];
        for (int i = 0; i < size; i++) {
            slots[i] = new Slot(observation, action);
        }
    }

    /** What a tick was, beside its frames. Owner: the control thread. */
    static final class Stamp {
        long number;
        long beganNs;
        long latenessNs;
        boolean observed;
        boolean acted;
        long observeNs;
        long driveNs;
        long sendNs;
    }

    /** Leaves a tick here, if there is room. */
    void offer(Stamp stamp, Frame observation, Frame wanted, Frame sent) {
        long number = written.getPlain();
        if (number - read.get() >= slots.length) {
            dropped.lazySet(dropped.getPlain() + 1);
            return;
        }
        long begunNs = clock.nanoTime();
        Slot slot = slots[(int) (number % slots.length)];
        slot.take(stamp);
        if (stamp.observed) {
            slot.observation.copyFrom(observation);
        }
        slot.wanted.copyFrom(wanted);
        slot.sent.copyFrom(sent);
        slot.offerNs = clock.nanoTime() - begunNs;
        written.set(number + 1);
    }

    @Override
    public void lockstep() {
        lockstep = true;
    }

    /**
     * Where the reader wants it: waits until the reader has asked for the tick after the last. Thread: the control thread, on simulated time.
     *
     * @param givenUp whether to wait no longer
     */
    void awaitReader(BooleanSupplier givenUp) {
        while (lockstep && read.get() < written.getPlain() && !givenUp.getAsBoolean()) {
            LockSupport.parkNanos(this, READER_NAP_NS);
            if (Thread.currentThread().isInterrupted()) {
                return; // the clock tells
            }
        }
    }

    /** No further tick comes. */
    void end() {
        ended = true;
    }

    @Override
    public @Nullable Tick next() {
        long number = read.getPlain();
        if (reading) {
            slots[(int) (number % slots.length)].observation.clear();
            read.set(++number);
            reading = false;
        }
        if (number == written.get()) {
            return null;
        }
        reading = true;
        return slots[(int) (number % slots.length)];
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    @Override
    public boolean ended() {
        return ended;
    }

    private static final class Slot implements Tick {
        private final FrameBuffer observation;
        private final FrameBuffer wanted;
        private final FrameBuffer sent;
        private long number;
        private long beganNs;
        private long latenessNs;
        private boolean observed;
        private boolean acted;
        private long observeNs;
        private long driveNs;
        private long sendNs;
        private long offerNs;

        Slot(Layout observed, Layout action) {
            observation = new FrameBuffer(observed);
            wanted = new FrameBuffer(action);
            sent = new FrameBuffer(action);
        }

        void take(Stamp stamp) {
            number = stamp.number;
            beganNs = stamp.beganNs;
            latenessNs = stamp.latenessNs;
            observed = stamp.observed;
            acted = stamp.acted;
            observeNs = stamp.acted ? stamp.observeNs : 0;
            driveNs = stamp.acted ? stamp.driveNs : 0;
            sendNs = stamp.acted ? stamp.sendNs : 0;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public long beganNs() {
            return beganNs;
        }

        @Override
        public long latenessNs() {
            return latenessNs;
        }

        @Override
        public boolean observed() {
            return observed;
        }

        @Override
        public boolean acted() {
            return acted;
        }

        @Override
        public Frame observation() {
            return observation;
        }

        @Override
        public Frame wanted() {
            return wanted;
        }

        @Override
        public Frame sent() {
            return sent;
        }

        @Override
        public long observeNs() {
            return observeNs;
        }

        @Override
        public long driveNs() {
            return driveNs;
        }

        @Override
        public long sendNs() {
            return sendNs;
        }

        @Override
        public long offerNs() {
            return offerNs;
        }
    }
}
