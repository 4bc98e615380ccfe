/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.desk;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.Calibratable;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.SetsUpMotors;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.runtime.DeskDevice;
import dev.tendon.runtime.Devices;
import java.nio.file.Path;

/** Makes a robot that can do both, and a teleoperator that can do neither. */
final class FakeDevices implements Devices {
    final Path file = Path.of("left.json");
    String name = "";
    boolean setUp;
    boolean closed;
    boolean fails;

    @Override
    public DeskDevice<Robot> robot(Chosen<RobotType<?>> chosen, String deviceName, Dialog dialog) {
        name = deviceName;
        return new Made<>(new Arm());
    }

    @Override
    public DeskDevice<Teleoperator> teleoperator(Chosen<TeleoperatorType<?>> chosen, String deviceName, Dialog dialog) {
        name = deviceName;
        return new Made<>(new Keys());
    }

    private final class Made<D> implements DeskDevice<D> {
        private final D device;

        Made(D device) {
            this.device = device;
        }

        @Override
        public String label() {
            return "arm \"" + name + "\"";
        }

        @Override
        public D device() {
            return device;
        }

        @Override
        public <T> T use(String verb, Work<T> work) throws DeviceException {
            return work.run();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class Arm implements Robot, Calibratable, SetsUpMotors {
        @Override
        public Path calibrate() throws DeviceException {
            if (fails) {
                throw new DeviceException("motor 3 gave no answer");
            }
            return file;
        }

        @Override
        public void setUpMotors() {
            setUp = true;
        }

        @Override
        public Features observationFeatures() {
            return Features.none();
        }

        @Override
        public Features actionFeatures() {
            return Features.none();
        }

        @Override
        public void connect() {
            throw new AssertionError("calibrated instead of connected");
        }

        @Override
        public void observe(FrameWriter out) {
            throw new AssertionError();
        }

        @Override
        public void send(Frame wanted, FrameWriter sent) {
            throw new AssertionError();
        }

        @Override
        public void close() {
            // the one around it notes that
        }
    }

    private static final class Keys implements Teleoperator {
        @Override
        public Features actionFeatures() {
            return Features.none();
        }

        @Override
        public void connect() {
            throw new AssertionError();
        }

        @Override
        public Input read(FrameWriter out) {
            throw new AssertionError();
        }

        @Override
        public void close() {
            // nothing
        }
    }
}
