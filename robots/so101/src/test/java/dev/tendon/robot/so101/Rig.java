/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.device.LiveView;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.PerJoint;
import dev.tendon.api.robot.Robot;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.PacketDecoder;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.Sts3215;
import dev.tendon.motors.CalibrationMismatch;
import dev.tendon.motors.CalibrationSearch;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialPortProvider;
import dev.tendon.serial.SerialPorts;
import dev.tendon.serial.SerialRequest;
import dev.tendon.serial.internal.DefaultSerialPorts;
import dev.tendon.sim.SimSerialPortProvider;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** An arm on simulated servos, its driver, and a host that keeps its leases; on a simulated clock. */
final class Rig implements DeviceContext, Dialog {
    private static final int WATCHED = 400;

    final SimulatedClock clock = new SimulatedClock(1_000_000_000L);
    final List<Lease> leases = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final Deque<String> answers = new ArrayDeque<>();

    private final SerialPorts ports;
    private final CalibrationSearch search;
    private @Nullable SerialChannel wire;

    boolean useDegrees = true;
    boolean disableTorque = true;
    Optional<String> id = Optional.empty();
    Optional<PerJoint> maxRelativeTarget = Optional.empty();
    CalibrationMismatch onMismatch = CalibrationMismatch.ASK;

    /** Sees each packet before the servos do, and may refuse it. */
    @Nullable
    Hook hook;

    /** What a test does with packets. */
    @FunctionalInterface
    interface Hook {
        void sends(byte[] packet) throws DeviceException;
    }

    /** Whether Ctrl-C is pressed while a live view is watched. */
    boolean interruptedWatch;

    /** Whether the host takes the port away while a live view is watched, with motor 2 switched on by somebody. */
    boolean takenInWatch;

    /** @param home of Tendon and of LeRobot's calibrations */
    Rig(Path home) {
        SimSerialPortProvider sim = new SimSerialPortProvider(home);
        ports = new DefaultSerialPorts(List.of(new SerialPortProvider() {
            @Override
            public boolean accepts(String port) {
                return sim.accepts(port);
            }

            @Override
            public String identity(SerialRequest request) {
                return sim.identity(request);
            }

            @Override
            public SerialChannel open(SerialRequest request, Clock clock) throws DeviceException {
                SerialChannel opened = sim.open(request, clock);
                SerialChannel inspectable =
                        new Inspectable(Rig.this, opened, request.port().equals("sim:"));
                wire = inspectable;
                return inspectable;
            }
        }));
        search = new CalibrationSearch(Map.of("HF_LEROBOT_CALIBRATION", home.toString())::get, home);
    }

    So101FollowerConfig config(String port) {
        return new So101FollowerConfig(
                port,
                id,
                Optional.empty(),
                useDegrees,
                disableTorque,
                maxRelativeTarget,
                16,
                0,
                32,
                2,
                onMismatch,
                Map.of());
    }

    /** A driver of the settings at hand, not connected. */
    SoFollower driver(String port) {
        So101FollowerConfig config = config(port);
        return new SoFollower(config, this, new ArmConnector("so101_follower", config, this, ports, search));
    }

    SoFollower connected(String port) throws DeviceException {
        SoFollower driver = driver(port);
        driver.connect();
        return driver;
    }

    /** What a servo holds, read beside the driver's back. */
    int register(int id, Register register) throws DeviceException {
        byte[] request =
                Packets.packet(id, Instruction.READ, new byte[] {(byte) register.address(), (byte) register.size()});
        byte[] bytes = new byte[Packets.MAX_LENGTH];
        SerialChannel channel = channel();
        channel.discardInput();
        channel.write(request, 0, request.length);
        int count = channel.read(bytes, 0, bytes.length, clock.nanoTime());
        PacketDecoder decoder = new PacketDecoder(Packets.MAX_PARAMETERS);
        decoder.feed(bytes, 0, count);
        if (!decoder.next()) {
            throw new AssertionError("servo " + id + " does not answer");
        }
        return register.decode(decoder.raw(0, register.size()));
    }

    /** Writes to a servo behind the driver's back. */
    void register(int id, Register register, int value) throws DeviceException {
        byte[] parameters = new byte[1 + register.size()];
        parameters[0] = (byte) register.address();
        Packets.putRaw(parameters, 1, register.size(), register.encode(value));
        byte[] request = Packets.packet(id, Instruction.WRITE, parameters);
        channel().write(request, 0, request.length);
        channel().discardInput();
    }

    /** Whether a motor's torque is off, or goes off soon: on a busy machine a revocation sends the rule a little later. */
    boolean torqueGoesOff(int id) throws DeviceException {
        long deadline = new SystemClock().nanoTime() + 10_000_000_000L;
        while (register(id, Sts3215.TORQUE_ENABLE) != 0) {
            if (new SystemClock().nanoTime() - deadline > 0) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    /** As {@link #register(int, Register, int)}, from within a hook. */
    void hooked(int id, Register register, int value) throws DeviceException {
        Hook before = hook;
        hook = null;
        register(id, register, value);
        hook = before;
    }

    private SerialChannel channel() {
        if (wire == null) {
            throw new AssertionError("nothing was opened yet");
        }
        return wire;
    }

    double[] observe(Robot robot) throws DeviceException {
        FrameBuffer frame = new FrameBuffer(robot.observationFeatures().layout());
        robot.observe(frame);
        double[] values = new double[SoArm.JOINTS.count()];
        frame.copyValues(values);
        return values;
    }

    /** Sends {@code action}; what was reported as sent. */
    double[] send(Robot robot, double... action) throws DeviceException {
        FrameBuffer frame = new FrameBuffer(robot.actionFeatures().layout());
        for (int i = 0; i < action.length; i++) {
            frame.value(i, action[i]);
        }
        FrameBuffer sent = new FrameBuffer(robot.actionFeatures().layout());
        robot.send(frame, sent);
        double[] values = new double[SoArm.JOINTS.count()];
        sent.copyValues(values);
        return values;
    }

    /** The exchange, as the host does it: the leases move to {@code next}. */
    void exchange(SoFollower old, SoFollower next) throws DeviceException {
        next.prepare();
        var state = old.handOver();
        List<Lease> moved = new ArrayList<>();
        for (Lease lease : List.copyOf(leases)) {
            moved.add(lease.transferTo(this));
        }
        next.adopt(state.with(moved));
    }

    void pass(double seconds) {
        clock.advance(Math.round(seconds * 1e9));
    }

    @Override
    public String label() {
        return "so101_follower \"left\"";
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Dialog dialog() {
        return this;
    }

    @Override
    public void granted(Lease lease) {
        leases.add(lease);
    }

    @Override
    public void ended(Lease lease) {
        leases.remove(lease);
    }

    @Override
    public boolean interactive() {
        return !answers.isEmpty();
    }

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public String ask(String question, String insteadOption) {
        said.add(question);
        if (answers.isEmpty()) {
            throw new ConfigException("nobody answers: " + question + " " + insteadOption);
        }
        return answers.remove();
    }

    /** Watches for twenty seconds of the rig's time. */
    @Override
    public void watch(String prompt, LiveView view, String insteadOption) throws DeviceException {
        said.add(prompt);
        if (takenInWatch) {
            register(2, Sts3215.TORQUE_ENABLE, 1);
            leases.get(0).revoke();
        }
        if (interruptedWatch) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted at the question: " + prompt);
        }
        for (int i = 0; i < WATCHED; i++) {
            pass(0.05);
            view.next();
        }
    }

    /** A port with a hook; its servos can still be looked at after it was closed, where {@code stays}. */
    private record Inspectable(Rig rig, SerialChannel wire, boolean stays) implements SerialChannel {
        @Override
        public void write(byte[] bytes, int offset, int length) throws DeviceException {
            Hook hook = rig.hook;
            if (hook != null) {
                hook.sends(Arrays.copyOfRange(bytes, offset, offset + length));
            }
            wire.write(bytes, offset, length);
        }

        @Override
        public int read(byte[] into, int offset, int length, long deadlineNs) throws DeviceException {
            return wire.read(into, offset, length, deadlineNs);
        }

        @Override
        public void discardInput() throws DeviceException {
            wire.discardInput();
        }

        @Override
        public void baudRate(int baudRate) throws DeviceException {
            wire.baudRate(baudRate);
        }

        @Override
        public void close() {
            if (!stays) {
                wire.close(); // else the servos keep their power
            }
        }
    }
}
