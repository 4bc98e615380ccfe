/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.option.Alias;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.config.Positional;
import java.util.ArrayList;
import java.util.List;

/** Options of {@code tendon motors write}. */
@Describe("Write a register of motors, by name, and read it back")
record WriteOptions(
        @Describe("Serial port; sim: takes the simulator") String port,
        @Describe("Which motors: 1,2 or 1-6") Object ids,
        @Alias({"baudrate", "baud_rate"}) @Describe(value = "Speed of the port", unit = "bit/s") @Default("1000000")
                int baud,
        @Describe("Ask nothing before what stays after power-off is changed") @Default("false") boolean yes,
        @Positional("REGISTER") @Describe("The register by LeRobot's name, such as Torque_Enable") String register,
        @Positional("VALUE") @Describe("The value, in the register's own steps") int value) {
    WriteOptions {
        List<String> problems = new ArrayList<>();
        List<Integer> motors = Numbers.of(ids, "ids", problems);
        if (motors.isEmpty() && problems.isEmpty()) {
            problems.add("--ids: which motors? To write to all of an arm, name them all: --ids=1-6");
        }
        DeskBus.checkIds(motors, problems);
        DeskBus.checkBaudRates(List.of(baud), "baud", problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Which motors, as numbers. */
    List<Integer> motors() {
        return Numbers.of(ids, "ids", new ArrayList<>());
    }
}
