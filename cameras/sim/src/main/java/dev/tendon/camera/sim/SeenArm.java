/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import dev.tendon.sim.SimulatedArm;
import dev.tendon.sim.Simulator;
import java.util.Optional;

/**
 * The follower that is open under a port; after it was closed and opened again, the new one.
 *
 * @param port as the camera's option has it; what follows a {@code ?} does not matter
 */
record SeenArm(Simulator simulator, String port) implements ArmPose {
    private static final String FOLLOWER = "follower";

    /** Whether there is one now. */
    boolean isThere() {
        return find().isPresent();
    }

    @Override
    public void pose(double[] into) {
        find().ifPresent(arm -> arm.pose(into));
    }

    /** What stands around it; empty where nothing does, or it is closed. */
    Optional<dev.tendon.sim.scene.Scene> scene() {
        return find().flatMap(SimulatedArm::scene);
    }

    /** The one that was opened last. */
    private Optional<SimulatedArm> find() {
        return simulator.arms().stream()
                .filter(arm -> arm.kind().equals(FOLLOWER) && name(arm.port()).equals(name(port)))
                .reduce((first, second) -> second);
    }

    private static String name(String port) {
        int query = port.indexOf('?');
        return query < 0 ? port : port.substring(0, query);
    }
}
