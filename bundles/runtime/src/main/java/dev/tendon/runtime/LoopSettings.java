/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.option.ConfigException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the control loop runs.
 *
 * @param fps ticks per second
 * @param watchdog how long a tick may take, in real time, before the devices are taken away from their drivers
 * @param simulatedTime on a simulated clock, as fast as the work allows
 * @param limit after how much of the session's time it ends; empty: not by itself
 * @param allocationWarmUpTicks after how many ticks the control thread's allocation is measured; empty: never
 * @param reconnection what happens when a device is lost; on simulated time, where waiting takes none, the session always ends
 * @param softStart how long the goals take at the start, from where the robot is to what is wanted; zero: they are sent as they are
 * @param wayBack how long the robot takes, when the session is stopped, its limit is reached or its drive has finished, from where it is to
 *     the pose first observed; zero: it stays where it is
 */
public record LoopSettings(
        double fps,
        Duration watchdog,
        boolean simulatedTime,
        Optional<Duration> limit,
        OptionalInt allocationWarmUpTicks,
        Reconnection reconnection,
        Duration softStart,
        Duration wayBack) {
    /** {@code --watchdog_ms}'s default. */
    public static final Duration DEFAULT_WATCHDOG = Duration.ofMillis(500);

    public LoopSettings {
        if (!(fps > 0) || fps > 100_000) {
            throw new ConfigException("fps must be above 0 and at most 100000, not " + fps);
        }
        if (softStart.isNegative()) {
            throw new ConfigException("A soft start takes no negative time: " + softStart);
        }
        if (wayBack.isNegative()) {
            throw new ConfigException("The way back takes no negative time: " + wayBack);
        }
        if (watchdog.compareTo(Duration.ofMillis(1)) < 0) {
            throw new ConfigException("The watchdog needs at least 1 ms, not " + watchdog.toMillis() + " ms");
        }
    }

    /** Staying where the robot is at the end. */
    public LoopSettings(
            double fps,
            Duration watchdog,
            boolean simulatedTime,
            Optional<Duration> limit,
            OptionalInt allocationWarmUpTicks,
            Reconnection reconnection,
            Duration softStart) {
        this(fps, watchdog, simulatedTime, limit, allocationWarmUpTicks, reconnection, softStart, Duration.ZERO);
    }

    /** Without measuring allocation, without reconnecting, and without a soft start. */
    public LoopSettings(double fps, Duration watchdog, boolean simulatedTime, Optional<Duration> limit) {
        this(fps, watchdog, simulatedTime, limit, OptionalInt.empty(), Reconnection.NEVER, Duration.ZERO);
    }

    /** In real time, with the default watchdog, until stopped. */
    public static LoopSettings of(double fps) {
        return new LoopSettings(fps, DEFAULT_WATCHDOG, false, Optional.empty());
    }

    /** The same, with allocation measured after {@code warmUpTicks}. */
    public LoopSettings measuringAllocation(int warmUpTicks) {
        return new LoopSettings(
                fps, watchdog, simulatedTime, limit, OptionalInt.of(warmUpTicks), reconnection, softStart, wayBack);
    }

    /** The same, with lost devices connected again by {@code rule}. */
    public LoopSettings reconnecting(Reconnection rule) {
        return new LoopSettings(fps, watchdog, simulatedTime, limit, allocationWarmUpTicks, rule, softStart, wayBack);
    }

    /** The same, with goals that begin where the robot is. */
    public LoopSettings startingSoftly(Duration time) {
        return new LoopSettings(
                fps, watchdog, simulatedTime, limit, allocationWarmUpTicks, reconnection, time, wayBack);
    }

    /** The same, with the robot going back to where it was first. */
    public LoopSettings goingBack(Duration time) {
        return new LoopSettings(
                fps, watchdog, simulatedTime, limit, allocationWarmUpTicks, reconnection, softStart, time);
    }
}
