/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.so101;

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
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a leader, takes one over, and lets it go; opens it to calibrate it and to set up its motors. What fails leaves the
 * port closed. The torque is off from the first write on, and stays off. Thread: its driver's.
 */
final class ArmConnector {
    private static final Logger LOG = LoggerFactory.getLogger(ArmConnector.class);
    private static final Joints JOINTS = SoArm.JOINTS;
    private static final String SHARED_NAME = "so_leader";

    private final So101LeaderConfig config;
    private final ArmOptions options;
    private final DeviceContext context;
    private final SerialPorts ports;
    private final CalibrationSearch search;

    ArmConnector(
            String typeName,
            So101LeaderConfig config,
            DeviceContext context,
            SerialPorts ports,
            CalibrationSearch search) {
        this.config = config;
        this.context = context;
        this.ports = ports;
        this.search = search;
        options = new ArmOptions(
                ArmOptions.Side.TELEOP,
                typeName,
                SHARED_NAME,
                config.port(),
                config.id(),
                config.calibrationDir(),
                config.onCalibrationMismatch());
    }

    /**
     * Opens the port, checks the motors, settles the calibration, switches the torque off and applies the settings (lerobot
     * 0.6, teleoperators/so_leader/so_leader.py, connect and configure).
     *
     * @param positions filled with where the joints are, in ticks
     */
    Arm connect(int[] positions) throws DeviceException {
        SerialLease lease = open();
        try {
            FeetechBus bus = bus(lease);
            FeetechMotors motors = checked(bus);
            Calibrator.Settled settled = new Calibrator(options, JOINTS, motors, context, search).settle();
            Arm arm = new Arm(lease, bus, settled.calibration(), config.useDegrees());
            motors.release(JOINTS.ids());
            if (settled.writeToMotors()) {
                settled.calibration().writeTo(motors);
            }
            motors.configure(JOINTS.ids());
            motors.hold(JOINTS.ids(), new int[JOINTS.count()]);
            arm.positions(positions);
            LOG.debug("{} connected on {}", context.label(), config.port());
            return arm;
        } catch (DeviceException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private SerialLease open() throws DeviceException {
        SerialLease lease =
                ports.open(new SerialRequest(config.port(), BaudRates.DEFAULT, options.typeName()), context);
        leaveRule(lease);
        return lease;
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

    private FeetechMotors checked(FeetechBus bus) throws DeviceException {
        FeetechMotors motors = new FeetechMotors(bus);
        new MotorCheck(motors, JOINTS, options, context.label()).run();
        return motors;
    }

    /** What the host sends if this driver hangs: the torque stays off. */
    private static void leaveRule(SerialLease lease) {
        lease.safeEnd(FeetechBus.syncWritePacket(Sts3215.TORQUE_ENABLE, JOINTS.ids(), new int[JOINTS.count()]));
    }

    /** Calibrates the arm with the person at the desk. */
    Path calibrate() throws DeviceException {
        try (SerialLease lease = open()) {
            return new Calibrator(options, JOINTS, checked(bus(lease)), context, search).calibrate();
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
        return new Arm(lease, bus(lease), state.calibration(), config.useDegrees());
    }

    /** Sees to it that the torque is off and closes the port; a device that is gone stays silent. */
    void disconnect(Arm arm) {
        if (arm.lease().valid()) {
            List<Integer> unreached = new FeetechMotors(arm.bus()).releaseForGood(JOINTS.ids());
            if (!unreached.isEmpty()) {
                LOG.debug("{}: motors {} did not answer when it was closed", context.label(), unreached);
            }
        }
        arm.lease().close();
        LOG.debug("{} disconnected", context.label());
    }
}
