/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.desk;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.runtime.DeskDevice;
import dev.tendon.runtime.Devices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The one device that a verb is about: a robot or a teleoperator. */
record OneDevice(Optional<Chosen<RobotType<?>>> robot, Optional<Chosen<TeleoperatorType<?>>> teleop) {
    private static final String ID = "id";

    /**
     * Refuses none and both.
     *
     * @param verb as in "Which device do you want to …?"
     */
    static void check(String verb, Optional<Chosen<RobotType<?>>> robot, Optional<Chosen<TeleoperatorType<?>>> teleop) {
        if (robot.isPresent() && teleop.isPresent()) {
            throw new ConfigException("Which device do you want to " + verb
                    + "? Give --robot.type=… or --teleop.type=…, not both: one arm after the other");
        }
        if (robot.isEmpty() && teleop.isEmpty()) {
            throw new ConfigException("Which device do you want to " + verb
                    + "? Give --robot.type=… (a follower) or --teleop.type=… (a leader); tendon choices lists them");
        }
    }

    /** Makes it; the caller closes it. Its name in messages is its id, where it was given one. */
    DeskDevice<?> make(Devices devices, String otherwise, Dialog dialog) {
        String name = id().orElse(otherwise);
        return robot.isPresent()
                ? devices.robot(robot.get(), name, dialog)
                : devices.teleoperator(teleop.orElseThrow(), name, dialog);
    }

    /** {@code --robot.type}'s value, or {@code --teleop.type}'s. */
    String type() {
        return chosen().type();
    }

    /** The option that chose it: {@code --robot.type=so101_follower}. */
    String option() {
        return (robot.isPresent() ? "--robot.type=" : "--teleop.type=") + type();
    }

    private Optional<String> id() {
        return chosen().options().get(ID) instanceof String id && !id.isBlank() ? Optional.of(id) : Optional.empty();
    }

    private Chosen<?> chosen() {
        return robot.isPresent() ? robot.get() : teleop.orElseThrow();
    }

    /** What it is, for {@code --json}. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", robot.isPresent() ? "robot" : "teleoperator");
        json.put("type", type());
        json.put(ID, id().orElse(null));
        return json;
    }
}
