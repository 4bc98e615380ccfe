/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

/**
 * How long answers take lately, by how many servos are asked. What is not there after twice that is lost, so that a try within a
 * tick need not wait for the slowest adapter that there is. Allocates nothing after its construction. Thread: the bus's.
 */
final class AnswerTimes {
    /** For a busy computer, which may hold a thread up now and then. */
    static final long MARGIN_NS = 1_000_000;

    /** A slower answer counts at once, quicker ones little by little. */
    private static final int SLOWLY = 64;

    private final long[] usualNs = new long[Packets.MAX_ID + 2];

    /** How long to wait for {@code servos} answers; {@code fullNs}, the longest that they may take, where nothing is known. */
    long limitNs(int servos, long fullNs) {
        long usual = usualNs[servos];
        return usual == 0 ? fullNs : Math.min(fullNs, 2 * usual + MARGIN_NS);
    }

    /** All of them have answered in so much time. */
    void answered(int servos, long ns) {
        long usual = usualNs[servos];
        usualNs[servos] = Math.max(1, ns >= usual ? ns : usual - (usual - ns) / SLOWLY);
    }

    /** Some have not; perhaps because all has become slower. */
    void missed(int servos) {
        usualNs[servos] += usualNs[servos] / 8;
    }
}
