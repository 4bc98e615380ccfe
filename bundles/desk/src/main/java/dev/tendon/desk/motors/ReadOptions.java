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

/** Options of {@code tendon motors read}. */
@Describe("Read registers of motors, by name")
record ReadOptions(
        @Describe("Serial port; sim: takes the simulator") String port,
        @Describe("Which motors: 1,2 or 1-6; empty: all that answer") @Default("[]") Object ids,
        @Alias({"baudrate", "baud_rate"}) @Describe(value = "Speed of the port", unit = "bit/s") @Default("1000000")
                int baud,
        @Positional("REGISTER")
                @Describe("Registers by LeRobot's names, such as Present_Position; none: all")
                @Default("[]")
                List<String> registers) {
    ReadOptions {
        List<String> problems = new ArrayList<>();
        DeskBus.checkIds(Numbers.of(ids, "ids", problems), problems);
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
