/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which packets a bad wire loses, spoils or holds up. Each kind of fault has a sequence of its own, from one seed, so that one does not
 * change when another is switched on. Thread: its bus's, except {@link #count}. Allocates nothing.
 */
final class PacketFaults {
    private final SplittableRandom drops;
    private final SplittableRandom corruptions;
    private final SplittableRandom delays;
    private ArmFaults faults = ArmFaults.none();
    private final AtomicLong count = new AtomicLong();

    PacketFaults(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        drops = root.split();
        corruptions = root.split();
        delays = root.split();
    }

    void set(ArmFaults now) {
        faults = now;
    }

    /** Whether the next packet is lost. */
    boolean drops() {
        return hits(drops, faults.dropped());
    }

    /** Turns over a bit of the packet, or leaves it. */
    void corrupts(byte[] packet, int length) {
        if (!hits(corruptions, faults.corrupted())) {
            return;
        }
        int bit = corruptions.nextInt(length * Byte.SIZE);
        packet[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }

    /** Whether the next instruction arrives spoilt: no servo obeys it. */
    boolean corruptsInstruction() {
        return hits(corruptions, faults.corrupted());
    }

    /** How much later than it should the next answer is sent. */
    long delayNs() {
        return hits(delays, faults.delayed()) ? faults.delayNs() : 0;
    }

    private boolean hits(SplittableRandom random, double share) {
        boolean hit = share > 0 && random.nextDouble() < share;
        if (hit) {
            count.incrementAndGet();
        }
        return hit;
    }

    /** How many packets were hit. Thread: any. */
    long count() {
        return count.get();
    }
}
