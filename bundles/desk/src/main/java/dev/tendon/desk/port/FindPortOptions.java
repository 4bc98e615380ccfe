/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.port;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** Options of {@code tendon find-port}. LeRobot's has none. */
@Describe("Find the serial port of an arm: unplug it, and see which port goes")
public record FindPortOptions(
        @Describe("Instead list every port: what is plugged in there, and whether you may open it") @Default("false")
                boolean list) {}
