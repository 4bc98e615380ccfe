/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.option.Alias;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon motors watch}. */
@Describe("Show position, speed, load, voltage, temperature and current of motors, until Ctrl-C")
record WatchOptions(
        @Describe("Serial port; sim: takes the simulator") String port,
        @Describe("Which motors: 1,2 or 1-6; empty: all that answer") @Default("[]") Object ids,
        @Alias({"baudrate", "baud_rate"}) @Describe(value = "Speed of the port", unit = "bit/s") @Default("1000000")
                int baud,
        @Describe(value = "How long; empty: until Ctrl-C", unit = "s") Optional<Double> seconds) {
    WatchOptions {
        List<String> problems = new ArrayList<>();
        DeskBus.checkIds(Numbers.of(ids, "ids", problems), problems);
        DeskBus.checkBaudRates(List.of(baud), "baud", problems);
        if (seconds.isPresent() && !(seconds.get() > 0)) {
            problems.add("--seconds is above 0, not " + seconds.get());
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Which motors, as numbers. */
    List<Integer> motors() {
        return Numbers.of(ids, "ids", new ArrayList<>());
    }
}
