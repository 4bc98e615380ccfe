/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PacketsTest {
    private final PacketDecoder decoder = new PacketDecoder(8);

    /** Worked examples of Feetech's manual: ping of servo 1 and its answer. */
    @Test
    void laysOutAPingAndItsAnswer() {
        assertThat(Packets.packet(1, Instruction.PING)).isEqualTo(bytes(0xFF, 0xFF, 1, 2, 1, 0xFB));
        assertThat(Packets.packet(1, 0)).isEqualTo(bytes(0xFF, 0xFF, 1, 2, 0, 0xFC));
    }

    @Test
    void laysOutASyncWrite() {
        byte[] packet = FeetechBus.syncWritePacket(Sts3215.TORQUE_ENABLE, new int[] {1, 2}, new int[] {0, 0});
        assertThat(packet).startsWith(0xFF, 0xFF, 0xFE, 8, 0x83, 40, 1, 1, 0, 2, 0);
    }

    @Test
    void putsTheLowByteFirst() {
        byte[] two = new byte[2];
        Packets.putRaw(two, 0, 2, 0x1234);
        assertThat(two).containsExactly(0x34, 0x12);
        assertThat(Packets.getRaw(two, 0, 2)).isEqualTo(0x1234);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Packets.packet(255, 1)).hasMessageContaining("255");
        assertThatThrownBy(() -> Packets.packet(1, 1, new byte[254])).hasMessageContaining("254");
    }

    @Test
    void findsAPacketBehindNoiseAndAnExtraHeaderByte() {
        feed(0x12, 0xFF, 0x00, 0xFF, 0xFF, 0xFF, 1, 2, 0, 0xFC);
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.id()).isEqualTo(1);
        assertThat(decoder.noise()).isEqualTo(4);
    }

    @Test
    void findsAPacketBehindATornOne() {
        feed(0xFF, 0xFF, 1, 4, 0);
        assertThat(decoder.next()).isFalse();
        feed(0xFF, 0xFF, 2, 4, 0, 5, 6, 0xEE);
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.id()).isEqualTo(2);
        assertThat(decoder.raw(0, 2)).isEqualTo(0x0605);
        assertThat(decoder.corrupt()).isEqualTo(1);
    }

    @Test
    void findsAShorterPacketOnceItGivesUpOnALongerOne() {
        feed(0xFF, 0xFF, 1, 10, 0);
        feed(0xFF, 0xFF, 1, 2, 0);
        assertThat(decoder.next()).isFalse();
        feed(0xFC);
        boolean found = decoder.next();
        while (!found && decoder.abandon()) {
            found = decoder.next();
        }
        assertThat(found).isTrue();
    }

    @Test
    void takesALengthAboveItsLimitForNoise() {
        feed(0xFF, 0xFF, 1, 11, 0, 1, 2, 3);
        assertThat(decoder.next()).isFalse();
        assertThat(decoder.pending()).isZero();
    }

    @Test
    void showsNoPacketBeforeThereIsOne() {
        assertThatThrownBy(decoder::id).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesInstructionsApart() {
        InstructionDecoder instructions = new InstructionDecoder();
        byte[] write = Packets.packet(3, Instruction.WRITE, (byte) 42, (byte) 0x34, (byte) 0x12);
        byte[] syncRead = Packets.packet(
                Packets.BROADCAST, Instruction.SYNC_READ, (byte) 56, (byte) 2, (byte) 1, (byte) 2, (byte) 6);
        instructions.feed(write, 0, write.length);
        instructions.feed(syncRead, 0, syncRead.length);

        assertThat(instructions.next()).isTrue();
        assertThat(instructions.id()).isEqualTo(3);
        assertThat(instructions.address()).isEqualTo(42);
        assertThat(instructions.length()).isEqualTo(2);
        assertThat(instructions.targets()).isEqualTo(1);
        assertThat(instructions.data(0, 1)).isEqualTo(0x12);

        assertThat(instructions.next()).isTrue();
        assertThat(instructions.targets()).isEqualTo(3);
        assertThat(instructions.target(2)).isEqualTo(6);
        assertThat(instructions.next()).isFalse();
    }

    @Test
    void refusesInstructionsThatMakeNoSense() {
        InstructionDecoder instructions = new InstructionDecoder();
        byte[][] senseless = {
            Packets.packet(1, 0x77),
            Packets.packet(1, Instruction.READ, (byte) 56),
            Packets.packet(1, Instruction.WRITE, (byte) 42),
            Packets.packet(1, Instruction.SYNC_READ, (byte) 56, (byte) 2, (byte) 1),
            Packets.packet(Packets.BROADCAST, Instruction.SYNC_WRITE, (byte) 42, (byte) 2, (byte) 1, (byte) 0),
            Packets.packet(Packets.BROADCAST, Instruction.SYNC_WRITE, (byte) 42, (byte) 0, (byte) 1, (byte) 0),
        };
        for (byte[] packet : senseless) {
            instructions.feed(packet, 0, packet.length);
            assertThat(instructions.next()).isFalse();
        }
        assertThat(instructions.malformed()).isEqualTo(senseless.length);
    }

    private void feed(int... values) {
        byte[] some = bytes(values);
        assertThat(decoder.feed(some, 0, some.length)).isEqualTo(some.length);
    }

    private static byte[] bytes(int... values) {
        byte[] some = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            some[i] = (byte) values[i];
        }
        return some;
    }
}
