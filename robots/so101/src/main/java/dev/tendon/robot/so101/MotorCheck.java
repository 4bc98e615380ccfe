/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.robot.so101;

import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.FeetechBus;
import dev.tendon.feetech.MotorFaultException;
import dev.tendon.feetech.NoAnswerException;
import dev.tendon.feetech.StatusBits;
import dev.tendon.feetech.Sts3215;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether the servos on the bus are those of an SO arm: all there, all STS3215, all of one firmware. What is missing and what
 * is of the wrong model is told together, as LeRobot does (lerobot 0.6, motors/motors_bus.py, {@code _assert_motors_exist};
 * motors/feetech/feetech.py, {@code _assert_same_firmware}). Only reads.
 */
final class MotorCheck {
    private final FeetechBus bus;
    private final String label;
    private final String port;

    MotorCheck(FeetechBus bus, String label, String port) {
        this.bus = bus;
        this.label = label;
        this.port = port;
    }

    void run() throws DeviceException {
        List<String> problems = new ArrayList<>();
        for (Joint joint : Joint.ALL) {
            identify(joint, problems);
        }
        if (!problems.isEmpty()) {
            throw new DeviceException(label + " on " + port + ": " + String.join("; ", problems)
                    + ". Check power, cables and ids: an arm has six STS3215 (model " + Sts3215.MODEL
                    + ") with the ids 1 to 6, shoulder_pan to gripper, at 1000000 baud.");
        }
        checkFirmware();
    }

    private void identify(Joint joint, List<String> problems) throws DeviceException {
        String motor = "motor " + joint.id() + " (" + joint.spelling() + ")";
        try {
            int model = bus.ping(joint.id());
            if (model != Sts3215.MODEL) {
                problems.add(motor + " is of model " + model);
            }
        } catch (NoAnswerException e) {
            problems.add(motor + " is missing");
        } catch (MotorFaultException e) {
            problems.add(motor + " reports a fault: " + StatusBits.text(e.bits()) + ". " + StatusBits.advice(e.bits()));
        }
    }

    private void checkFirmware() throws DeviceException {
        Map<String, String> byMotor = new LinkedHashMap<>();
        for (Joint joint : Joint.ALL) {
            int major = bus.read(joint.id(), Sts3215.FIRMWARE_MAJOR_VERSION);
            int minor = bus.read(joint.id(), Sts3215.FIRMWARE_MINOR_VERSION);
            byMotor.put(joint.spelling(), major + "." + minor);
        }
        if (new TreeSet<>(byMotor.values()).size() > 1) {
            throw new DeviceException(label + " on " + port + ": the motors have different firmware, " + byMotor
                    + ". Bring them to one version with Feetech's software (https://www.feetechrc.com/software).");
        }
    }
}
