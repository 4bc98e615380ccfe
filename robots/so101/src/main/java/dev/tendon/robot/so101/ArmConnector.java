/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.BaudRates;
import dev.tendon.feetech.FeetechBus;
import dev.tendon.feetech.FeetechMotors;
import dev.tendon.feetech.Sts3215;
import dev.tendon.motors.ArmOptions;
import dev.tendon.motors.ArmState;
import dev.tendon.motors.CalibrationSearch;
import dev.tendon.motors.Calibrator;
import dev.tendon.motors.Joints;
import dev.tendon.motors.MotorCheck;
import dev.tendon.motors.MotorSetUp;
import dev.tendon.serial.SerialLease;
import dev.tendon.serial.SerialPorts;
import dev.tendon.serial.SerialRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens an arm, takes one over, and lets it go; opens it to calibrate it and to set up its motors. All or nothing: what fails
 * leaves the port closed and the torque as it was found, or off where a person moved the arm. Thread: its driver's.
 */
final class ArmConnector {
    private static final Logger LOG = LoggerFactory.getLogger(ArmConnector.class);
    private static final Joints JOINTS = SoArm.JOINTS;
    private static final String SHARED_NAME = "so_follower";

    private final So101FollowerConfig config;
    private final ArmOptions options;
    private final DeviceContext context;
    private final SerialPorts ports;
    private final CalibrationSearch search;

    ArmConnector(
            String typeName,
            So101FollowerConfig config,
            DeviceContext context,
            SerialPorts ports,
            CalibrationSearch search) {
        this.config = config;
        this.context = context;
        this.ports = ports;
        this.search = search;
        options = new ArmOptions(
                ArmOptions.Side.ROBOT,
                typeName,
                SHARED_NAME,
                config.port(),
                config.id(),
                config.calibrationDir(),
                config.onCalibrationMismatch());
    }

    /**
     * Opens the port, checks the motors, settles the calibration, applies the settings and switches the torque on where the
     * arm is.
     *
     * @param positions filled with where the joints are, in ticks
     */
    Arm connect(int[] positions) throws DeviceException {
        SerialLease lease = open();
        try {
            Arm arm = connect(lease, bus(lease), positions);
            LOG.debug("{} connected on {}", context.label(), config.port());
            return arm;
        } catch (DeviceException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private SerialLease open() throws DeviceException {
        return ports.open(new SerialRequest(config.port(), BaudRates.DEFAULT, options.typeName()), context);
    }

    private FeetechBus bus(SerialLease lease) {
        return new FeetechBus(
                lease,
                context.clock(),
                FeetechMotors.settings(
                        JOINTS.namesById(),
                        config.numReadRetries(),
                        "Ids are set by: " + options.command("setup-motors")),
                context.label());
    }

    private Arm connect(SerialLease lease, FeetechBus bus, int[] positions) throws DeviceException {
        FeetechMotors motors = checked(bus);
        Calibrator.Settled settled = new Calibrator(options, JOINTS, motors, context, search).settle();
        Arm arm = new Arm(lease, bus, settled.calibration(), config.useDegrees(), true);
        leaveRule(lease);
        int[] ids = JOINTS.ids();
        int[] before = motors.torque(ids);
        try {
            motors.release(ids);
            if (settled.writeToMotors()) {
                settled.calibration().writeTo(motors);
            }
            FollowerSettings.apply(motors, config);
            arm.positions(positions);
            arm.goals(positions);
            motors.hold(ids, all());
        } catch (DeviceException | RuntimeException e) {
            restore(motors, before, e);
            throw e;
        }
        return arm;
    }

    private FeetechMotors checked(FeetechBus bus) throws DeviceException {
        FeetechMotors motors = new FeetechMotors(bus);
        new MotorCheck(motors, JOINTS, options, context.label()).run();
        return motors;
    }

    private static int[] all() {
        int[] on = new int[JOINTS.count()];
        Arrays.fill(on, 1);
        return on;
    }

    private static void restore(FeetechMotors motors, int[] before, Exception because) {
        try {
            motors.release(JOINTS.ids());
            motors.hold(JOINTS.ids(), before);
        } catch (DeviceException e) {
            because.addSuppressed(e);
        }
    }

    /** What the host sends if this driver hangs: the torque rule. */
    private void leaveRule(SerialLease lease) {
        lease.safeEnd(config.disableTorqueOnDisconnect() ? torqueOff() : new byte[0]);
    }

    private static byte[] torqueOff() {
        return FeetechBus.syncWritePacket(Sts3215.TORQUE_ENABLE, JOINTS.ids(), new int[JOINTS.count()]);
    }

    /** Calibrates the arm with the person at the desk. */
    Path calibrate() throws DeviceException {
        try (SerialLease lease = open()) {
            FeetechMotors motors = checked(bus(lease));
            lease.safeEnd(torqueOff());
            return new Calibrator(options, JOINTS, motors, context, search).calibrate();
        }
    }

    /** Gives the motors their ids with the person at the desk. */
    void setUpMotors() throws DeviceException {
        try (SerialLease lease = open()) {
            new MotorSetUp(new FeetechMotors(bus(lease)), JOINTS, options, context).run();
        }
    }

    /** Goes on with an open port where another driver stopped: no I/O. */
    Arm adopt(SerialLease lease, ArmState state) {
        leaveRule(lease);
        return new Arm(lease, bus(lease), state.calibration(), config.useDegrees(), state.torqueOn());
    }

    /** Applies the torque rule and closes the port; a device that is gone stays silent. */
    void disconnect(Arm arm) {
        if (config.disableTorqueOnDisconnect() && arm.lease().valid()) {
            List<Integer> unreached = new FeetechMotors(arm.bus()).releaseForGood(JOINTS.ids());
            if (!unreached.isEmpty()) {
                LOG.warn(
                        "{}: the torque of {} could not be switched off; cut the power before you touch the arm",
                        context.label(),
                        unreached.stream().map(id -> JOINTS.namesById().get(id)).collect(Collectors.joining(", ")));
            }
        }
        arm.lease().close();
        LOG.debug("{} disconnected", context.label());
    }
}
