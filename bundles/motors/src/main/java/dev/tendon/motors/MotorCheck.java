/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the motors on the bus are those of the arm: all there, each id once, all of the right model, of one firmware, without
 * a fault. What is wrong is told together, as LeRobot does (lerobot 0.6, motors/motors_bus.py, {@code _assert_motors_exist};
 * motors/feetech/feetech.py, {@code _assert_same_firmware}). Only reads.
 */
public final class MotorCheck {
    private final MotorWiring bus;
    private final Joints joints;
    private final ArmOptions options;
    private final String label;

    /**
     * Checks nothing yet.
     *
     * @param label the device in messages
     */
    public MotorCheck(MotorWiring bus, Joints joints, ArmOptions options, String label) {
        this.bus = bus;
        this.joints = joints;
        this.options = options;
        this.label = label;
    }

    /**
     * Asks every motor.
     *
     * @throws DeviceException with everything that is wrong, and what answered
     */
    public void run() throws DeviceException {
        List<String> problems = new ArrayList<>();
        Map<MotorJoint, FoundMotor> found = new LinkedHashMap<>();
        for (MotorJoint joint : joints.all()) {
            Optional<FoundMotor> motor = bus.find(joint.id());
            if (motor.isEmpty()) {
                motor = bus.find(joint.id()); // a computer that is busy just then makes no motor missing
            }
            if (motor.isPresent()) {
                found.put(joint, motor.get());
            }
            problem(joint, motor).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new DeviceException(where() + String.join("; ", problems) + ". " + answered(found) + " " + advice());
        }
        checkFirmware(found);
    }

    private Optional<String> problem(MotorJoint joint, Optional<FoundMotor> found) {
        if (found.isEmpty()) {
            return Optional.of(joint.motor() + " is missing");
        }
        FoundMotor motor = found.get();
        if (motor.clash()) {
            return Optional.of("more than one motor answers as " + joint.motor() + ", or its answers are garbled");
        }
        if (motor.model() != bus.kind().model()) {
            return Optional.of(joint.motor() + " is of model " + motor.model());
        }
        if (!motor.fault().isEmpty()) {
            return Optional.of(joint.motor() + " reports a fault: " + motor.fault());
        }
        return Optional.empty();
    }

    private String answered(Map<MotorJoint, FoundMotor> found) throws DeviceException {
        List<String> names = new ArrayList<>(found.keySet().stream()
                .map(joint -> joint.id() + " (" + joint.name() + ")")
                .toList());
        if (found.size() < joints.count()) {
            for (FoundMotor motor : bus.survey().motors()) {
                if (!joints.namesById().containsKey(motor.id())) {
                    names.add(motor.id() + " (no joint of this arm has that id)");
                }
            }
        }
        return names.isEmpty() ? "No motor answered." : "Answers came from " + String.join(", ", names) + ".";
    }

    private String advice() {
        return "Check power, cables and ids: the arm has " + joints.count() + " "
                + bus.kind().name() + " (model "
                + bus.kind().model() + ") at " + bus.kind().baudRate() + " baud, "
                + joints.all().stream()
                        .map(joint -> joint.id() + " " + joint.name())
                        .collect(Collectors.joining(", "))
                + ". Ids are set by: " + options.command("setup-motors");
    }

    private void checkFirmware(Map<MotorJoint, FoundMotor> found) throws DeviceException {
        if (new TreeSet<>(found.values().stream().map(FoundMotor::firmware).toList()).size() > 1) {
            throw new DeviceException(where() + "the motors have different firmware: "
                    + found.entrySet().stream()
                            .map(entry -> entry.getKey().name() + " "
                                    + entry.getValue().firmware())
                            .collect(Collectors.joining(", "))
                    + ". " + bus.kind().firmwareAdvice());
        }
    }

    private String where() {
        return label + " on " + options.port() + ": ";
    }
}
