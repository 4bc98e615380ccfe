/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.feetech.Register;
import dev.tendon.sim.scene.Scene;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The hidden side of a simulated arm that somebody has open: what a test or a benchmark may see and do that no driver can. Motors are
 * named by the id that they have on an arm that is set up, whatever id they hold. Thread: any.
 */
@ProviderType
public interface SimulatedArm {
    /** As it was opened: {@code sim:left?timing=wire}. */
    String port();

    /** {@code follower} or {@code leader}. */
    String kind();

    /**
     * How long the wire was in use since the opening, in nanoseconds: each byte both ways at the baud rate, and the return delays. Counts
     * without {@code timing=wire} too. A loop that asks and waits cannot be faster. Allocates nothing.
     */
    long wireNs();

    /** How many packets went over the wire, either way, since the opening; those that faults took count. */
    long packets();

    /** How many packets faults dropped, corrupted or delayed. */
    long faultyPackets();

    /**
     * How far each joint is turned from the middle of its range, in radians, as of the last packet: what a camera would see. A motor
     * that is not there is at rest.
     *
     * @param into shoulder_pan, shoulder_lift, elbow_flex, wrist_flex, wrist_roll, gripper
     */
    void pose(double[] into);

    /**
     * The ends of the joints' calibrated ranges, in radians from their middle, as they were when it was made.
     *
     * @param low into as {@link #pose}
     * @param high into as {@link #pose}
     */
    void reach(double[] low, double[] high);

    /** What stands around it: {@code sim:?scene=NAME}. */
    Optional<Scene> scene();

    /** What goes wrong from the next packet on. */
    void faults(ArmFaults faults);

    /** Pulls the arm's USB plug: who has the port open gets an error, and it is not there. The servos keep their power and their state. */
    void unplug();

    /** Puts the plug back: the port can be opened again, and is this arm. */
    void replug();

    /** Whether the plug is in. */
    boolean plugged();

    /** Connects motor {@code id} to the wire and no other; 0: all of them. */
    void connect(int id);

    /** What a register of motor {@code id} holds now. Wire, faults and missing cables do not matter. */
    int peek(int id, Register register);
}
