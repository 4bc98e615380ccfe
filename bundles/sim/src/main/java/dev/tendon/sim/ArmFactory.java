/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.feetech.Sts3215;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the arm that an address means. Thread: any. */
final class ArmFactory {
    private final Path home;
    private final Scenes scenes;

    /** @param home Tendon's home */
    ArmFactory(Path home, Scenes scenes) {
        this.home = home;
        this.scenes = scenes;
    }

    /**
     * Builds and, where it has a name, takes it.
     *
     * @throws DeviceException where another process has it
     * @throws ConfigException where what it kept is damaged or of another kind, or its motion script is wrong
     */
    RunningArm open(String port, SimAddress address, SimArm kind, int baudRate, Clock clock) throws DeviceException {
        ArmScene scene = scenes.around(address, kind);
        List<ControlTable> tables = new ArrayList<>();
        for (SimJoint joint : kind.joints()) {
            tables.add(table(joint, address.motors()));
        }
        MotionScript script = address.motion().script().map(MotionScript::read).orElse(null);
        EepromFile file = null;
        if (address.name().isPresent()) {
            file = kept(address.name().get(), kind, tables);
        }
        Servo[] servos = servos(kind, tables, address, script);
        tables.forEach(ControlTable::takeChange);
        ServoBus bus = new ServoBus(
                clock,
                servos,
                new Hookup(servos, address.motors().connected()),
                new WireTiming(address.wireTiming()),
                new PacketFaults(address.faults().seed()),
                scene,
                baudRate);
        RunningArm arm = new RunningArm(port, kind, clock, bus, tables, address.faults(), scene);
        arm.keptBy(file);
        return arm;
    }

    /** Takes the file of an arm that runs already; it holds what the arm last wrote. */
    @Nullable
    EepromFile retake(SimAddress address, SimArm kind) throws DeviceException {
        return address.name().isPresent() ? EepromFile.open(home, address.name().get(), kind.spelling()) : null;
    }

    /** Fills {@code tables} with what arm {@code name} kept, or lets it keep what they hold. */
    private EepromFile kept(String name, SimArm kind, List<ControlTable> tables) throws DeviceException {
        EepromFile file = EepromFile.open(home, name, kind.spelling());
        try {
            if (!file.load(tables)) {
                file.save(tables);
            }
            return file;
        } catch (DeviceException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static ControlTable table(SimJoint joint, MotorSet motors) {
        ControlTable table = new ControlTable();
        SimEeprom.factory(table, motors.held(joint.id()), motors.models().getOrDefault(joint.id(), Sts3215.MODEL));
        if (motors.calibrated()) {
            SimEeprom.calibrate(table, joint);
        }
        return table;
    }

    private static Servo[] servos(
            SimArm kind, List<ControlTable> tables, SimAddress address, @Nullable MotionScript script) {
        List<Servo> servos = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            SimJoint joint = kind.joints().get(i);
            if (address.motors().has(joint.id())) {
                HandMotion hand = kind.hand(joint, address.motion().kind(), script);
                servos.add(new Servo(joint.id(), tables.get(i), motor(joint), hand));
            }
        }
        return servos.toArray(Servo[]::new);
    }

    private static Motor motor(SimJoint joint) {
        return new Motor(joint.loadKgm2(), joint.lowStop(), joint.highStop(), joint.restShaft());
    }
}
