/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

/**
 * What happened on a bus since it was made.
 *
 * @param requests packets sent, retries included
 * @param answers status packets accepted
 * @param retries requests sent again
 * @param timeouts tries that at least one servo left unanswered
 * @param corrupt candidates with the wrong checksum
 * @param noise bytes that belonged to no packet
 * @param foreign good packets from a servo, or of a length, that was not asked for
 * @param duplicates good packets from a servo that had answered already
 * @param late bytes that came when nothing was due any more
 * @param faults answers that report a fault
 */
public record BusCounters(
        long requests,
        long answers,
        long retries,
        long timeouts,
        long corrupt,
        long noise,
        long foreign,
        long duplicates,
        long late,
        long faults) {}
