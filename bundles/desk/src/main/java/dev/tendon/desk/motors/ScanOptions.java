/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.option.Alias;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.feetech.BaudRates;
import java.util.ArrayList;
import java.util.List;

/** Options of {@code tendon motors scan}. */
@Describe("Find every motor on a port: its id, baud rate, model and firmware")
record ScanOptions(
        @Describe("Serial port; sim: takes the simulator") String port,
        @Alias({"baud", "baudrate", "baudrates", "baud_rate"})
                @Describe(
                        "Speeds to try, in bits per second, such as 1000000,115200; empty: all that the motors have, about a second each")
                @Default("[]")
                Object baudRates) {
    ScanOptions {
        List<String> problems = new ArrayList<>();
        DeskBus.checkBaudRates(Numbers.of(baudRates, "baud_rates", problems), "baud_rates", problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** What to try, in this order. */
    List<Integer> tried() {
        List<Integer> given = Numbers.of(baudRates, "baud_rates", new ArrayList<>());
        return given.isEmpty() ? BaudRates.all() : given;
    }
}
