/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

/**
 * What went wrong on the buses of robot and teleoperator together and was mended within a tick, or not; over all instances that sat in
 * their seats.
 *
 * @param retries questions asked again
 * @param timeouts questions that somebody left unanswered in time
 * @param checksumErrors answers with a wrong checksum
 */
public record BusErrors(long retries, long timeouts, long checksumErrors) {
    /** Nothing, or nobody who counts. */
    public static final BusErrors NONE = new BusErrors(0, 0, 0);
}
