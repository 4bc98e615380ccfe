/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.PacketDecoder;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Register;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host that speaks packets to a simulated arm, on a simulated clock. */
final class Wire implements AutoCloseable {
    final SimulatedClock clock = new SimulatedClock(5_000_000_000L);
    private final SimSerialPortProvider provider;
    private final SerialRequest request;
    private SerialChannel channel;

    Wire(Path home, String port, String peer) throws DeviceException {
        provider = new SimSerialPortProvider(home);
        request = new SerialRequest(port, 1_000_000, peer);
        channel = provider.open(request, clock);
    }

    /** Closes the port and opens it again, as who lost it does. */
    void reopen() throws DeviceException {
        channel.close();
        channel = provider.open(request, clock);
    }

    SimulatedArm arm() {
        return provider.arms().get(0);
    }

    /** An answer: who, which error bits, which parameters. */
    record Answer(int id, int errors, List<Integer> parameters) {
        int word() {
            return parameters.get(0) | parameters.get(1) << 8;
        }
    }

    /** Sends an instruction and returns what is answered at once. */
    List<Answer> send(int id, int instruction, int... parameters) throws DeviceException {
        byte[] bytes = new byte[parameters.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) parameters[i];
        }
        return raw(Packets.packet(id, instruction, bytes));
    }

    List<Answer> raw(byte... packet) throws DeviceException {
        channel.write(packet, 0, packet.length);
        PacketDecoder decoder = new PacketDecoder(Packets.MAX_PARAMETERS);
        byte[] buffer = new byte[64];
        List<Answer> answers = new ArrayList<>();
        int count;
        while ((count = channel.read(buffer, 0, buffer.length, clock.nanoTime())) > 0) {
            decoder.feed(buffer, 0, count);
            while (decoder.next()) {
                List<Integer> parameters = new ArrayList<>();
                for (int i = 0; i < decoder.parameters(); i++) {
                    parameters.add(decoder.parameter(i));
                }
                answers.add(new Answer(decoder.id(), decoder.code(), parameters));
            }
        }
        assertThat(decoder.noise()).isZero();
        return answers;
    }

    int read(int id, Register register) throws DeviceException {
        List<Answer> answers = send(id, Instruction.READ, register.address(), register.size());
        assertThat(answers).hasSize(1);
        List<Integer> bytes = answers.get(0).parameters();
        return register.decode(bytes.get(0) | (register.size() == 2 ? bytes.get(1) << 8 : 0));
    }

    /** Writes a register; the error bits of the answer. */
    int write(int id, Register register, int value) throws DeviceException {
        int raw = register.encode(value);
        List<Answer> answers = register.size() == 1
                ? send(id, Instruction.WRITE, register.address(), raw)
                : send(id, Instruction.WRITE, register.address(), raw & 0xFF, raw >> 8);
        assertThat(answers).hasSize(1);
        return answers.get(0).errors();
    }

    void pass(double seconds) {
        clock.advance(Math.round(seconds * 1e9));
    }

    SerialChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.close();
    }
}
