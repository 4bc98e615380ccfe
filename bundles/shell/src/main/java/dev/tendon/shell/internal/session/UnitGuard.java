/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.JointRanges;
import dev.tendon.shell.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refuses a recording that cannot be in the robot's unit, and says which option to set. */
final class UnitGuard {
    private UnitGuard() {}

    /**
     * Compares a recording with the robot that is to play it.
     *
     * @param allow whether to warn only
     * @throws ConfigException where they do not fit: the reasons, and what to set
     */
    static void check(
            Recording recording, Features actions, Optional<JointRanges> ranges, boolean allow, Console console) {
        Optional<UnitCheck.Mismatch> mismatch = UnitCheck.check(joints(recording, actions, ranges));
        if (mismatch.isEmpty()) {
            return;
        }
        UnitCheck.Mismatch found = mismatch.get();
        if (allow) {
            found.reasons().forEach(reason -> console.err("warning: " + reason));
            return;
        }
        List<String> problems = new ArrayList<>(found.reasons());
        problems.add("The robot would take wrong poses, so it was not moved. " + advice(found));
        throw new ConfigException(problems);
    }

    private static String advice(UnitCheck.Mismatch mismatch) {
        String override = "--allow_unit_mismatch=true plays it all the same";
        return mismatch.looksLike()
                .map(unit -> unit.equals(Units.DEGREES)
                        ? "The recording looks like degrees: set --robot.use_degrees=true; "
                        : "The recording looks like -100..100: set --robot.use_degrees=false; ")
                .orElse("Choose the calibration that it was made with (--robot.id, --robot.calibration_dir); ")
                .concat(override);
    }

    private static List<UnitCheck.Joint> joints(Recording recording, Features features, Optional<JointRanges> ranges) {
        List<UnitCheck.Joint> joints = new ArrayList<>();
        for (Feature feature : features.list()) {
            if (feature.numeric() && feature.elements() == 1) {
                int slot = features.layout().slot(feature.name());
                double low = ranges.map(r -> r.low(slot)).orElse(Double.NaN);
                double high = ranges.map(r -> r.high(slot)).orElse(Double.NaN);
                recording
                        .joint(feature.name())
                        .ifPresent(joint -> joints.add(new UnitCheck.Joint(joint, feature.unit(), low, high)));
            }
        }
        return joints;
    }
}
