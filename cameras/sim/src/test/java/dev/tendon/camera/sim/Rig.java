/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.frame.Image;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.sim.SimServer;
import dev.tendon.sim.SimulatedArm;
import dev.tendon.sim.Simulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A camera on simulated time, and an arm that a test poses. */
final class Rig implements Simulator {
    final SimulatedClock clock = new SimulatedClock(7_000_000_000L);
    final SimCamera camera;
    private double[] pose = new double[ArmPose.JOINTS];
    boolean closed;

    Rig(SimCameraConfig config) throws DeviceException {
        camera = new SimCamera(config, new TestContext(clock), this);
        camera.connect();
    }

    /** Options without faults, 100 pictures a second. */
    static SimCameraConfig options(View view) {
        return faults(view, null, null, null, null, 0);
    }

    static SimCameraConfig faults(
            View view, Double stall, Double stallFor, Double unplug, Double unplugFor, double drop) {
        return new SimCameraConfig(
                160,
                120,
                100,
                view,
                "sim:desk",
                "front",
                Optional.ofNullable(stall),
                Optional.ofNullable(stallFor),
                Optional.ofNullable(unplug),
                Optional.ofNullable(unplugFor),
                drop,
                42);
    }

    /** The number in each picture that is the newest, looked at every 10 ms; -1 where there is none. */
    List<Long> watch(int times) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Image image = camera.newest();
            numbers.add(image == null ? -1 : PatternReader.number(image));
            if (image != null) {
                image.release();
            }
            clock.advance(10_000_000);
        }
        return numbers;
    }

    /** A copy of the newest picture's pixels. */
    byte[] pixels() {
        Image image = camera.newest();
        byte[] pixels = new byte[image.pixels().capacity()];
        image.pixels().get(0, pixels);
        image.release();
        return pixels;
    }

    void stand(double... radians) {
        pose = radians;
    }

    @Override
    public List<SimulatedArm> arms() {
        return closed
                ? List.of()
                : List.of(new PosedArm("sim:other", p -> {}), new PosedArm("sim:desk?timing=wire", this::copy));
    }

    private void copy(double[] into) {
        System.arraycopy(pose, 0, into, 0, ArmPose.JOINTS);
    }

    @Override
    public SimServer serve(String address, boolean leader, Optional<Path> link, Clock time) {
        throw new AssertionError("A camera offers no arms");
    }
}
