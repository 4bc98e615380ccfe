/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.robot.Robot;
import java.util.List;

/** A robot that is told to stay where it is. */
final class RobotDevice implements Device {
    private final Robot robot;
    private final FrameBuffer seen;
    private final FrameBuffer wanted;
    private final FrameBuffer sent;
    private final int[] sources;

    RobotDevice(Robot robot) {
        this.robot = robot;
        seen = new FrameBuffer(robot.observationFeatures().layout());
        wanted = new FrameBuffer(robot.actionFeatures().layout());
        sent = new FrameBuffer(robot.actionFeatures().layout());
        List<String> observed = robot.observationFeatures().layout().valueNames();
        sources = robot.actionFeatures().layout().valueNames().stream()
                .mapToInt(observed::indexOf)
                .toArray();
    }

    Robot robot() {
        return robot;
    }

    FrameBuffer seen() {
        return seen;
    }

    FrameBuffer wanted() {
        return wanted;
    }

    FrameBuffer sent() {
        return sent;
    }

    @Override
    public List<Features> features() {
        return List.of(robot.observationFeatures(), robot.actionFeatures());
    }

    @Override
    public void connect() throws DeviceException {
        robot.connect();
    }

    void observe() throws DeviceException {
        robot.observe(seen);
    }

    /** The pose seen last as an action; 0 where nothing of that name is observed. */
    void wantPresentPose() {
        for (int slot = 0; slot < sources.length; slot++) {
            double value = sources[slot] < 0 ? 0 : seen.value(sources[slot]);
            wanted.value(slot, Double.isFinite(value) ? value : 0);
        }
    }

    void send() throws DeviceException {
        robot.send(wanted, sent);
    }

    @Override
    public void tick() throws DeviceException {
        observe();
        wantPresentPose();
        send();
    }

    @Override
    public void close() {
        robot.close();
    }
}
