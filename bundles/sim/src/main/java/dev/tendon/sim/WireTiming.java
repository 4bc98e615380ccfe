/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import java.util.concurrent.atomic.AtomicLong;

/**
 * When bytes are on the wire: one after the other, 10 bits each at the baud rate, and an answer no earlier than its servo's return
 * delay after what came before (Feetech, STS memory table, address 7). Counts that time always; whether anybody has to wait for it
 * is the port's {@code timing}. Thread: its bus's, except {@link #busyNs}. Allocates nothing.
 */
final class WireTiming {
    private static final long BITS_NS = 10_000_000_000L;

    private final boolean real;
    private long freeNs;
    private boolean used;
    private final AtomicLong busyNs = new AtomicLong();

    /** @param real whether bytes take their time */
    WireTiming(boolean real) {
        this.real = real;
    }

    /** How long a byte takes on the wire. */
    static long byteNs(int baudRate) {
        return BITS_NS / baudRate;
    }

    /** A host hands over bytes; returns when the last one is there. */
    long sent(int bytes, int baudRate, long nowNs) {
        return occupy(bytes * byteNs(baudRate), nowNs);
    }

    /** A servo answers; returns when the first bit is sent. */
    long answered(int bytes, int baudRate, long delayNs, long nowNs) {
        long lengthNs = bytes * byteNs(baudRate);
        long endNs = occupy(delayNs + lengthNs, nowNs);
        return real ? endNs - lengthNs : nowNs;
    }

    /** How long a byte of an answer takes to arrive. */
    long answerByteNs(int baudRate) {
        return real ? byteNs(baudRate) : 0;
    }

    private long occupy(long lengthNs, long nowNs) {
        busyNs.addAndGet(lengthNs);
        if (!real) {
            return nowNs;
        }
        freeNs = (used && freeNs - nowNs > 0 ? freeNs : nowNs) + lengthNs;
        used = true;
        return freeNs;
    }

    /** How long the wire was in use since the opening: bytes both ways, and return delays. Thread: any. */
    long busyNs() {
        return busyNs.get();
    }
}
