/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Register;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialPortProvider;
import dev.tendon.serial.SerialPorts;
import dev.tendon.serial.SerialRequest;
import dev.tendon.serial.internal.DefaultSerialPorts;
import dev.tendon.shell.testkit.FakeConsole;
import dev.tendon.sim.SimSerialPortProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The simulator's ports, in simulated time: packets on a wire, and no waiting. */
final class Rig {
    final FakeConsole console = new FakeConsole();
    final SimulatedClock clock = new SimulatedClock(0);
    final SerialPorts ports;

    /** What becomes of a packet. */
    UnaryOperator<byte[]> onTheWay = UnaryOperator.identity();

    /** Every packet that was sent, in order. */
    final List<byte[]> sent = new ArrayList<>();

    /** @param home keeps the EEPROM of arms that have a name */
    Rig(Path home) {
        SimSerialPortProvider sim = new SimSerialPortProvider(home);
        ports = new DefaultSerialPorts(List.of(new SerialPortProvider() {
            @Override
            public boolean accepts(String port) {
                return sim.accepts(port);
            }

            @Override
            public SerialChannel open(SerialRequest request, Clock clock) throws DeviceException {
                return new Tapped(Rig.this, sim.open(request, clock));
            }
        }));
    }

    /** What was written into a register of one byte, in order. */
    List<Integer> written(Register register) {
        return sent.stream()
                .filter(packet -> packet[Packets.PARAMETERS - 1] == (byte) Instruction.WRITE
                        && packet[Packets.PARAMETERS] == register.address())
                .map(packet -> (int) packet[Packets.PARAMETERS + 1])
                .toList();
    }

    /** A port that keeps what was sent, and may change it. */
    private record Tapped(Rig rig, SerialChannel wire) implements SerialChannel {
        @Override
        public void write(byte[] bytes, int offset, int length) throws DeviceException {
            byte[] packet = Arrays.copyOfRange(bytes, offset, offset + length);
            rig.sent.add(packet);
            byte[] arriving = rig.onTheWay.apply(packet);
            wire.write(arriving, 0, arriving.length);
        }

        @Override
        public int read(byte[] into, int offset, int length, long deadlineNs) throws DeviceException {
            return wire.read(into, offset, length, deadlineNs);
        }

        @Override
        public void discardInput() throws DeviceException {
            wire.discardInput();
        }

        @Override
        public void baudRate(int baudRate) throws DeviceException {
            wire.baudRate(baudRate);
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    /** A value of one motor, read anew. */
    int value(String port, int id, Register register) throws Exception {
        try (DeskBus bus = DeskBus.open(ports, port, 1_000_000, "test", clock, console)) {
            return bus.value(id, register);
        }
    }
}
