/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.Calibratable;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.api.device.HasBusErrors;
import dev.tendon.api.device.ReportsFaults;
import dev.tendon.api.device.SetsUpMotors;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.option.PerJoint;
import dev.tendon.api.robot.HasRanges;
import dev.tendon.api.robot.Robot;
import dev.tendon.motors.ArmState;
import dev.tendon.motors.Calibration;
import dev.tendon.motors.JointScale;
import dev.tendon.motors.Joints;
import dev.tendon.serial.RehearsalLease;
import dev.tendon.serial.SerialLease;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A follower arm. Owner: the control thread, as {@link Robot} says. A tick is one sync read and one sync write; neither
 * allocates.
 */
final class SoFollower implements Robot, Adoptable, HasRanges, ReportsFaults, Calibratable, SetsUpMotors, HasBusErrors {
    private static final String STATE = "so-follower";
    private static final Joints JOINTS = SoArm.JOINTS;

    private final So101FollowerConfig config;
    private final DeviceContext context;
    private final ArmConnector connector;
    private final Features features;
    private final double @Nullable [] largestStep;

    private final int[] ids = JOINTS.ids();
    private final int[] observed = new int[JOINTS.count()];
    private final int[] goals = new int[JOINTS.count()];
    private final double[] wanted = new double[JOINTS.count()];
    private @Nullable Arm arm;
    private boolean goalsSent;

    SoFollower(So101FollowerConfig config, DeviceContext context, ArmConnector connector) {
        this.config = config;
        this.context = context;
        this.connector = connector;
        features = JOINTS.features(config.useDegrees());
        largestStep = config.maxRelativeTarget().map(SoFollower::byJoint).orElse(null);
    }

    private static double[] byJoint(PerJoint limit) {
        return JOINTS.names().stream().mapToDouble(limit::of).toArray();
    }

    @Override
    public Features observationFeatures() {
        return features;
    }

    @Override
    public Features actionFeatures() {
        return features;
    }

    @Override
    public void connect() throws DeviceException {
        if (arm == null) {
            prepare(); // this one will hand over, too
            arm = connector.connect(observed);
            goalsSent = false;
        }
    }

    @Override
    public void observe(FrameWriter out) throws DeviceException {
        Arm connected = connected();
        connected.positions(observed);
        for (int slot = 0; slot < JOINTS.count(); slot++) {
            out.value(slot, connected.scale(slot).fromTicks(observed[slot]));
        }
        out.timestampNs(context.clock().nanoTime());
    }

    @Override
    public void send(Frame action, FrameWriter sent) throws DeviceException {
        Arm connected = connected();
        for (int slot = 0; slot < JOINTS.count(); slot++) {
            wanted[slot] = within(connected, slot, action.value(slot));
        }
        for (int slot = 0; slot < JOINTS.count(); slot++) {
            goals[slot] = connected.scale(slot).toTicks(wanted[slot]);
        }
        connected.goals(goals);
        goalsSent = true;
        for (int slot = 0; slot < JOINTS.count(); slot++) {
            sent.value(slot, wanted[slot]);
        }
    }

    /** The value that is sent for {@code value}: near enough to the last observation, and one that the scale can express. */
    private double within(Arm connected, int slot, double value) throws DeviceException {
        if (!Double.isFinite(value)) {
            throw new DeviceException(context.label() + ": the action for "
                    + JOINTS.at(slot).name() + " is " + value + "; nothing was sent");
        }
        JointScale scale = connected.scale(slot);
        double goal = value;
        if (largestStep != null) {
            double present = scale.fromTicks(observed[slot]);
            double step = Math.max(-largestStep[slot], Math.min(largestStep[slot], value - present));
            goal = present + step;
        }
        return scale.reachable(goal);
    }

    @Override
    public void ranges(FrameWriter low, FrameWriter high) {
        Arm connected = arm;
        if (connected == null) {
            throw new IllegalStateException(
                    context.label() + " is not connected: its ranges come from its calibration");
        }
        for (int slot = 0; slot < JOINTS.count(); slot++) {
            low.value(slot, connected.scale(slot).low());
            high.value(slot, connected.scale(slot).high());
        }
    }

    /**
     * Goes once through what an exchange does, on a port that leads nowhere: what is first done in a tick costs that tick
     * milliseconds, since classes are loaded and strings' and lambdas' code is made then.
     */
    @Override
    public void prepare() throws DeviceException {
        Calibration any = Calibration.forRehearsal(JOINTS);
        ArmState state =
                new ArmState(STATE, config.port(), config.useDegrees(), true, any, boxed(observed), boxed(goals));
        SoFollower understudy = new SoFollower(config, context, connector);
        understudy.adopt(HandOver.ofState(state.format()).with(List.of(new RehearsalLease())));
        FrameBuffer action = new FrameBuffer(features.layout());
        for (int slot = 0; slot < JOINTS.count(); slot++) {
            action.value(slot, 0);
        }
        understudy.send(action, new FrameBuffer(features.layout()));
        understudy.handOver();
    }

    @Override
    public long busRetries() {
        Arm connected = arm;
        return connected == null ? 0 : connected.bus().retries();
    }

    @Override
    public long busTimeouts() {
        Arm connected = arm;
        return connected == null ? 0 : connected.bus().timeouts();
    }

    @Override
    public long busChecksumErrors() {
        Arm connected = arm;
        return connected == null ? 0 : connected.bus().corrupt();
    }

    @Override
    public Path calibrate() throws DeviceException {
        checkClosed();
        return connector.calibrate();
    }

    @Override
    public void setUpMotors() throws DeviceException {
        checkClosed();
        connector.setUpMotors();
    }

    private void checkClosed() {
        if (arm != null) {
            throw new IllegalStateException(context.label() + " is connected");
        }
    }

    @Override
    public long faultMark() {
        Arm connected = arm;
        return connected == null ? 0 : connected.bus().faultMark(ids);
    }

    @Override
    public String faultText() {
        Arm connected = arm;
        return connected == null ? "" : connected.bus().faultText(ids);
    }

    @Override
    public HandOver handOver() {
        Arm connected = arm;
        if (connected == null) {
            throw new IllegalStateException(context.label() + " is not connected: it has nothing to hand over");
        }
        arm = null;
        ArmState state = new ArmState(
                STATE,
                config.port(),
                config.useDegrees(),
                connected.torqueOn(),
                connected.calibration(),
                boxed(observed),
                goalsSent ? boxed(goals) : List.of());
        return HandOver.ofState(state.format());
    }

    private static List<Integer> boxed(int[] numbers) {
        return IntStream.of(numbers).boxed().toList();
    }

    @Override
    public void adopt(HandOver from) throws DeviceException {
        ArmState state = ArmState.parse(STATE, JOINTS, from.state());
        state.checkFits(context.label(), config.port(), config.useDegrees());
        SerialLease lease = from.lease(SerialLease.class);
        arm = connector.adopt(lease, state);
        copy(state.observed(), observed);
        goalsSent = !state.goals().isEmpty();
        if (goalsSent) {
            copy(state.goals(), goals);
        }
    }

    private static void copy(List<Integer> from, int[] to) {
        Arrays.setAll(to, from::get);
    }

    @Override
    public void close() {
        Arm connected = arm;
        arm = null;
        if (connected != null) {
            connector.disconnect(connected);
        }
    }

    private Arm connected() throws DeviceException {
        Arm connected = arm;
        if (connected == null) {
            throw new DeviceException(context.label() + " is not connected");
        }
        return connected;
    }
}
