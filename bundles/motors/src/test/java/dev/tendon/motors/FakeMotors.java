/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Motors on a wire, with encoder, offset and a lock that counts. Those that are unplugged stay silent. */
final class FakeMotors implements MotorWiring {
    static final int MODEL = 777;

    final List<Motor> motors = new ArrayList<>();
    final List<Motor> unplugged = new ArrayList<>();
    int portBaudRate = 1_000_000;

    @Nullable
    DeviceException portFails;

    @Nullable
    Runnable afterNextIdWrite;

    /** One motor; {@code encoder} is where its shaft is. */
    static final class Motor {
        int id;
        int model = MODEL;
        int baudRate = 1_000_000;
        int encoder;
        int offset;
        int min;
        int max = MotorKind.LAST_STEP;
        boolean locked = true;
        boolean torque;
        String firmware = "3.10";
        String fault = "";

        Motor(int id, int encoder) {
            this.id = id;
            this.encoder = encoder;
        }

        int position() {
            return Math.floorMod(encoder - offset, MotorKind.LAST_STEP + 1);
        }
    }

    /** Six motors, ids 1 to 6, from the factory otherwise. */
    static FakeMotors arm(int... encoders) {
        FakeMotors arm = new FakeMotors();
        for (int i = 0; i < encoders.length; i++) {
            arm.motors.add(new Motor(i + 1, encoders[i]));
        }
        return arm;
    }

    Motor motor(int id) {
        return motors.stream()
                .filter(motor -> motor.id == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no motor " + id));
    }

    private List<Motor> heard(int id) {
        return motors.stream()
                .filter(motor -> motor.id == id && motor.baudRate == portBaudRate && !unplugged.contains(motor))
                .toList();
    }

    private Motor one(int id) throws DeviceException {
        checkPort();
        List<Motor> heard = heard(id);
        if (heard.size() != 1) {
            throw new MotorSilentException("motor " + id + " gave no answer.");
        }
        return heard.get(0);
    }

    private void checkPort() throws DeviceException {
        if (portFails != null) {
            throw portFails;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new DeviceException("the wait for an answer was interrupted"); // as on a port in real time
        }
    }

    @Override
    public MotorKind kind() {
        return new MotorKind(
                "STS3215", MODEL, 1_000_000, List.of(1_000_000, 500_000, 115_200), "Get firmware from the maker.");
    }

    @Override
    public Optional<FoundMotor> find(int id) throws DeviceException {
        checkPort();
        List<Motor> heard = heard(id);
        return heard.stream()
                .findFirst()
                .map(motor -> new FoundMotor(id, motor.model, motor.firmware, motor.fault, heard.size() > 1));
    }

    @Override
    public BusSurvey survey() throws DeviceException {
        checkPort();
        List<FoundMotor> found = new ArrayList<>();
        boolean garbled = false;
        for (int id = 0; id < 254; id++) {
            Optional<FoundMotor> motor = find(id);
            motor.ifPresent(found::add);
            garbled |= motor.isPresent() && motor.get().clash();
        }
        return new BusSurvey(found, garbled);
    }

    @Override
    public void positions(int[] ids, int[] into) throws DeviceException {
        int[] read = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            read[i] = one(ids[i]).position();
        }
        System.arraycopy(read, 0, into, 0, ids.length);
    }

    @Override
    public void release(int[] ids) throws DeviceException {
        for (int id : ids) {
            one(id).torque = false;
            one(id).locked = false;
        }
    }

    @Override
    public void positionMode(int[] ids) throws DeviceException {
        for (int id : ids) {
            one(id);
        }
    }

    @Override
    public JointCalibration calibration(int id) throws DeviceException {
        Motor motor = one(id);
        return new JointCalibration(id, 0, motor.offset, motor.min, motor.max);
    }

    @Override
    public void calibrate(JointCalibration calibration) throws DeviceException {
        Motor motor = one(calibration.id());
        if (Math.abs(calibration.homingOffset()) > MotorKind.MAX_OFFSET) {
            throw new AssertionError("no motor holds " + calibration);
        }
        if (!motor.locked) {
            motor.offset = calibration.homingOffset();
            motor.min = calibration.rangeMin();
            motor.max = calibration.rangeMax();
        }
    }

    @Override
    public void portBaudRate(int baudRate) throws DeviceException {
        checkPort();
        portBaudRate = baudRate;
    }

    @Override
    public void writeId(int id, int newId) throws DeviceException {
        Motor motor = one(id);
        if (!motor.locked) {
            motor.id = newId;
        }
        Runnable next = afterNextIdWrite;
        afterNextIdWrite = null;
        if (next != null) {
            next.run();
        }
    }

    @Override
    public void writeBaudRate(int id, int baudRate) throws DeviceException {
        Motor motor = one(id);
        if (!motor.locked) {
            motor.baudRate = baudRate;
        }
    }

    @Override
    public void lock(int id) throws DeviceException {
        one(id).locked = true;
    }
}
