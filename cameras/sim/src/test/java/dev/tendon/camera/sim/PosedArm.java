/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import dev.tendon.feetech.Register;
import dev.tendon.sim.ArmFaults;
import dev.tendon.sim.SimulatedArm;
import java.util.Optional;
import java.util.function.Consumer;

/** An arm that does nothing but stand somewhere. */
record PosedArm(String port, Consumer<double[]> stance) implements SimulatedArm {
    @Override
    public String kind() {
        return "follower";
    }

    @Override
    public void pose(double[] into) {
        stance.accept(into);
    }

    @Override
    public void reach(double[] low, double[] high) {
        throw new AssertionError("A camera only looks");
    }

    @Override
    public Optional<dev.tendon.sim.scene.Scene> scene() {
        return Optional.empty();
    }

    @Override
    public long wireNs() {
        return 0;
    }

    @Override
    public long packets() {
        return 0;
    }

    @Override
    public long faultyPackets() {
        return 0;
    }

    @Override
    public void faults(ArmFaults faults) {
        throw new AssertionError("A camera only looks");
    }

    @Override
    public void unplug() {
        throw new AssertionError("A camera only looks");
    }

    @Override
    public void replug() {
        throw new AssertionError("A camera only looks");
    }

    @Override
    public boolean plugged() {
        return true;
    }

    @Override
    public void connect(int id) {
        throw new AssertionError("A camera only looks");
    }

    @Override
    public int peek(int id, Register register) {
        throw new AssertionError("A camera only looks");
    }
}
