/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of {@code tendon bench teleop}. */
@Describe("How long a tick of teleoperation takes, against what the bytes on the wire need")
public record TeleopOptions(
        @Describe(value = "Length of each set-up's run", unit = "s") @Default("5") double lengthS,
        @Describe("Also with two cameras of 640x480, and the live view open where it is installed") @Default("true")
                boolean cameras,
        @Describe("Also through the system's serial ports, on a pseudo-terminal") @Default("true") boolean pty,
        @Describe("Robot to run against") @Default("so101_follower") String robot,
        @Describe("Teleoperator to run against") @Default("so101_leader") String teleop) {
    public TeleopOptions {
        if (!(lengthS >= 1)) {
            throw new ConfigException("length_s is at least 1, not " + lengthS);
        }
    }
}
