/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.feature.Features;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A session whose devices are connected. Thread: any, where not said otherwise. */
@ProviderType
public interface Session extends AutoCloseable {
    /**
     * Runs the loop until it ends, then closes every device; the robot first, whose torque rule that applies. Blocks the
     * caller, once. However it ends, it ends here: a device that failed or a plugin that threw is in the report.
     *
     * <p>An interrupt ends the session as {@link #stop} does and is thereby answered: the report says
     * {@link Ending#STOPPED}. A second one ends the way back, too.
     *
     * @throws InterruptedException when interrupted again while it ends; it has ended then all the same
     * @throws IllegalStateException when called a second time, or after {@link #close}
     */
    SessionReport run() throws InterruptedException;

    /**
     * Ends the loop before its next tick; where the settings have a {@link LoopSettings#wayBack}, the robot goes it first, and a second
     * call ends the loop at once. Returns at once; does nothing where it has ended.
     */
    void stop();

    /** A copy of the newest values and figures. Never waits for the loop, nor the loop for it. */
    SessionSnapshot snapshot();

    /**
     * The cameras that the host opened for the robot, in the order of their slots. Pictures that a robot delivers itself are not
     * among them.
     */
    List<SessionCamera> cameras();

    /** What the robot observes, then the pictures of its cameras. */
    Features observationFeatures();

    /** What the robot is sent. */
    Features actionFeatures();

    /** What the robot's joints can reach, where it knows. */
    Optional<JointRanges> ranges();

    /** Every tick, for one reader; empty where the request asked for none. */
    Optional<TickTap> tap();

    /**
     * Lets the drive rest, or go on. While it rests it is not asked and the last goal is sent again, in every tick, so that a
     * person can work around the robot. A policy that goes on begins a new episode; a teleoperator may stand elsewhere by now, and the
     * goals go to it in a straight line, as long as {@link Reconnection#approach} says. From the next tick on.
     */
    void rest(boolean rest);

    /**
     * Tells a drive that wants to know ({@link dev.tendon.api.teleoperator.FollowsEpisodes}) that an episode begins, or that it is
     * over. Before the next tick's action.
     */
    void episode(boolean running);

    /** Whether its time is simulated. */
    boolean simulatedTime();

    /** Ends the session if it runs, and waits until its devices are closed. Idempotent. */
    @Override
    void close();
}
