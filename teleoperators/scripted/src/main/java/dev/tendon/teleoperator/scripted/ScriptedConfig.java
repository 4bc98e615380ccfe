/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.scripted;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of a scripted demonstrator. */
@Describe("Does the task of a simulated scene, which it lays out anew for each episode")
public record ScriptedConfig(
        @Describe("Port of the arm, as the robot has it: its scene is looked into") @Default("sim:") String port,
        @Describe("Layout of the first episode; each next one has the next number") @Default("0") long seed,
        @Describe("Demonstrate again and again where nothing is recorded; else it waits for an episode to begin")
                @Default("false")
                boolean repeat,
        @Describe(
                        "Joints in degrees; otherwise in -100..100 over the calibrated range (the gripper is 0..100 in any case)")
                @Default("true")
                boolean useDegrees) {
    public ScriptedConfig {
        if (!port.startsWith("sim:")) {
            throw new ConfigException(
                    "port is \"" + port + "\", but a script sees simulated arms only: sim: or sim:NAME");
        }
    }
}
