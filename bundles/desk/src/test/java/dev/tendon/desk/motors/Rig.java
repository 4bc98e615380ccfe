/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.time.SimulatedClock;
import dev.tendon.desk.FakeConsole;
import dev.tendon.serial.SerialPorts;
import dev.tendon.serial.internal.DefaultSerialPorts;
import dev.tendon.sim.SimSerialPortProvider;
import java.nio.file.Path;
import java.util.List;

/** The simulator's ports, in simulated time: packets on a wire, and no waiting. */
final class Rig {
    final FakeConsole console = new FakeConsole();
    final SimulatedClock clock = new SimulatedClock(0);
    final SerialPorts ports;

    /** @param home keeps the EEPROM of arms that have a name */
    Rig(Path home) {
        ports = new DefaultSerialPorts(List.of(new SimSerialPortProvider(home)));
    }

    /** A value of one motor, read anew. */
    int value(String port, int id, dev.tendon.feetech.Register register) throws Exception {
        try (DeskBus bus = DeskBus.open(ports, port, 1_000_000, "test", clock, console)) {
            return bus.value(id, register);
        }
    }
}
