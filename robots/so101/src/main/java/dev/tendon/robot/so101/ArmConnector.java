/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.BusSettings;
import dev.tendon.feetech.FeetechBus;
import dev.tendon.feetech.Sts3215;
import dev.tendon.serial.SerialLease;
import dev.tendon.serial.SerialPorts;
import dev.tendon.serial.SerialRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens an arm, takes one over, and lets it go. All or nothing: what fails leaves the port closed and the torque as it was
 * found. Thread: its driver's.
 */
final class ArmConnector {
    private static final Logger LOG = LoggerFactory.getLogger(ArmConnector.class);
    private static final int BAUD_RATE = 1_000_000;
    private static final Map<Integer, String> JOINTS =
            Joint.ALL.stream().collect(Collectors.toUnmodifiableMap(Joint::id, Joint::spelling));

    private final String typeName;
    private final So101FollowerConfig config;
    private final DeviceContext context;
    private final SerialPorts ports;
    private final CalibrationSearch search;

    ArmConnector(
            String typeName,
            So101FollowerConfig config,
            DeviceContext context,
            SerialPorts ports,
            CalibrationSearch search) {
        this.typeName = typeName;
        this.config = config;
        this.context = context;
        this.ports = ports;
        this.search = search;
    }

    /**
     * Opens the port, checks the motors, settles the calibration, applies the settings and switches the torque on where the
     * arm is.
     *
     * @param positions filled with where the joints are, in ticks
     */
    Arm connect(int[] positions) throws DeviceException {
        SerialLease lease = ports.open(new SerialRequest(config.port(), BAUD_RATE, typeName), context);
        try {
            Arm arm = connect(lease, bus(lease), positions);
            LOG.info("{} connected on {}", context.label(), config.port());
            return arm;
        } catch (DeviceException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private FeetechBus bus(SerialLease lease) {
        BusSettings settings =
                BusSettings.at(BAUD_RATE).withRetries(config.numReadRetries()).withJoints(JOINTS);
        return new FeetechBus(lease, context.clock(), settings, context.label());
    }

    private Arm connect(SerialLease lease, FeetechBus bus, int[] positions) throws DeviceException {
        new MotorCheck(bus, context.label(), config.port()).run();
        MotorRegisters registers = new MotorRegisters(bus);
        CalibrationDecision.Outcome outcome =
                new CalibrationDecision(typeName, config, context, search).decide(registers.calibration());
        Arm arm = new Arm(lease, bus, outcome.calibration(), config.useDegrees(), true);
        leaveRule(lease);
        int[] before = registers.torque();
        try {
            registers.torqueOff();
            if (outcome.writeToMotors()) {
                registers.write(outcome.calibration());
            }
            registers.configure(config);
            arm.positions(positions);
            arm.goals(positions);
            registers.torqueOn(all());
        } catch (DeviceException | RuntimeException e) {
            restore(registers, before, e);
            throw e;
        }
        return arm;
    }

    private static int[] all() {
        return Joint.ALL.stream().mapToInt(joint -> 1).toArray();
    }

    private static void restore(MotorRegisters registers, int[] before, Exception because) {
        try {
            registers.torqueOff();
            registers.torqueOn(before);
        } catch (DeviceException e) {
            because.addSuppressed(e);
        }
    }

    /** What the host sends if this driver hangs: the torque rule. */
    private void leaveRule(SerialLease lease) {
        lease.safeEnd(
                config.disableTorqueOnDisconnect()
                        ? FeetechBus.syncWritePacket(Sts3215.TORQUE_ENABLE, Joint.ids(), new int[Joint.COUNT])
                        : new byte[0]);
    }

    /** Goes on with an open port where another driver stopped: no I/O. */
    Arm adopt(SerialLease lease, ArmState state) {
        leaveRule(lease);
        return new Arm(lease, bus(lease), state.calibration(), config.useDegrees(), state.torqueOn());
    }

    /** Applies the torque rule and closes the port; a device that is gone stays silent. */
    void disconnect(Arm arm) {
        if (config.disableTorqueOnDisconnect() && arm.lease().valid()) {
            List<String> unreached = new MotorRegisters(arm.bus()).torqueOffForGood();
            if (!unreached.isEmpty()) {
                LOG.warn(
                        "{}: the torque of {} could not be switched off; cut the power before you touch the arm",
                        context.label(),
                        String.join(", ", unreached));
            }
        }
        arm.lease().close();
        LOG.info("{} disconnected", context.label());
    }
}
