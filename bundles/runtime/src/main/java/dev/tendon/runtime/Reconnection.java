/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.option.ConfigException;
import java.time.Duration;

/**
 * What happens when the robot or the teleoperator is lost while the session runs: its plug was pulled, or it failed for too long.
 *
 * @param window how long, in real time, it may take to come back; zero: the session ends at once
 * @param approach how long the goals then take from where the robot is (or was last sent) to what is wanted
 */
public record Reconnection(Duration window, Duration approach) {
    /** {@code --reconnect_s}'s default. */
    public static final Duration DEFAULT_WINDOW = Duration.ofSeconds(10);

    /** As long as a replay takes to its first frame, where nobody says otherwise. */
    public static final Duration DEFAULT_APPROACH = Duration.ofSeconds(3);

    /** The session ends when a device is lost. */
    public static final Reconnection NEVER = new Reconnection(Duration.ZERO, DEFAULT_APPROACH);

    public Reconnection {
        if (window.isNegative() || approach.isNegative()) {
            throw new ConfigException("Reconnecting takes no negative time: " + window + ", " + approach);
        }
    }

    /** With the usual approach. */
    public static Reconnection within(Duration window) {
        return new Reconnection(window, DEFAULT_APPROACH);
    }

    /** Whether there is any. */
    public boolean allowed() {
        return !window.isZero();
    }
}
