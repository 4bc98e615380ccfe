/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.so101;

import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.Calibratable;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.api.device.HasBusErrors;
import dev.tendon.api.device.ReportsFaults;
import dev.tendon.api.device.SetsUpMotors;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.motors.ArmState;
import dev.tendon.motors.Calibration;
import dev.tendon.motors.Joints;
import dev.tendon.serial.RehearsalLease;
import dev.tendon.serial.SerialLease;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A leader arm that a person moves. Owner: the control thread, as {@link Teleoperator} says. A tick is one sync read, which
 * does not allocate.
 */
final class SoLeader implements Teleoperator, Adoptable, ReportsFaults, Calibratable, SetsUpMotors, HasBusErrors {
    private static final String STATE = "so-leader";
    private static final Joints JOINTS = SoArm.JOINTS;

    private final So101LeaderConfig config;
    private final DeviceContext context;
    private final ArmConnector connector;
    private final Features features;
    private final int[] ids = JOINTS.ids();
    private final int[] observed = new int[JOINTS.count()];
    private @Nullable Arm arm;

    SoLeader(So101LeaderConfig config, DeviceContext context, ArmConnector connector) {
        this.config = config;
        this.context = context;
        this.connector = connector;
        features = JOINTS.features(config.useDegrees());
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
        }
    }

    @Override
    public Input read(FrameWriter out) throws DeviceException {
        Arm connected = arm;
        if (connected == null) {
            throw new DeviceException(context.label() + " is not connected");
        }
        connected.positions(observed);
        for (int slot = 0; slot < observed.length; slot++) {
            out.value(slot, connected.scale(slot).fromTicks(observed[slot]));
        }
        out.timestampNs(context.clock().nanoTime());
        return Input.ACTION;
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

    /**
     * Goes once through what an exchange does, on a port that leads nowhere, so that the tick of the exchange loads no classes.
     */
    @Override
    public void prepare() throws DeviceException {
        Calibration any = Calibration.forRehearsal(JOINTS);
        SoLeader understudy = new SoLeader(config, context, connector);
        understudy.adopt(HandOver.ofState(state(any).format()).with(List.of(new RehearsalLease())));
        FrameBuffer action = new FrameBuffer(features.layout());
        for (int slot = 0; slot < observed.length; slot++) {
            action.value(slot, any.scales(config.useDegrees())[slot].fromTicks(0));
        }
        understudy.handOver();
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
        return HandOver.ofState(state(connected.calibration()).format());
    }

    private ArmState state(Calibration calibration) {
        return new ArmState(
                STATE,
                config.port(),
                config.useDegrees(),
                false,
                calibration,
                IntStream.of(observed).boxed().toList(),
                List.of());
    }

    @Override
    public void adopt(HandOver from) throws DeviceException {
        ArmState state = ArmState.parse(STATE, JOINTS, from.state());
        state.checkFits(context.label(), config.port(), config.useDegrees());
        arm = connector.adopt(from.lease(SerialLease.class), state);
        Arrays.setAll(observed, state.observed()::get);
    }

    @Override
    public void close() {
        Arm connected = arm;
        arm = null;
        if (connected != null) {
            connector.disconnect(connected);
        }
    }
}
