/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PacketProperties {
    @Property
    void decodesWhatWasEncoded(
            @ForAll @IntRange(max = Packets.BROADCAST) int id,
            @ForAll @IntRange(max = 255) int code,
            @ForAll @Size(max = Packets.MAX_PARAMETERS) byte[] parameters) {
        byte[] packet = Packets.packet(id, code, parameters);
        PacketDecoder decoder = new PacketDecoder(Packets.MAX_PARAMETERS);

        assertThat(decoder.feed(packet, 0, packet.length)).isEqualTo(packet.length);
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.id()).isEqualTo(id);
        assertThat(decoder.code()).isEqualTo(code);
        assertThat(decoder.parameters()).isEqualTo(parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            assertThat((byte) decoder.parameter(i)).isEqualTo(parameters[i]);
        }
        assertThat(decoder.next()).isFalse();
        assertThat(decoder.noise()).isZero();
    }

    @Property
    void doesNotCareHowThePacketIsCutUp(
            @ForAll @Size(max = 40) byte[] parameters, @ForAll @IntRange(min = 1, max = 7) int step) {
        byte[] packet = Packets.packet(7, 0, parameters);
        PacketDecoder decoder = new PacketDecoder(Packets.MAX_PARAMETERS);
        int found = 0;
        for (int at = 0; at < packet.length; ) {
            at += decoder.feed(packet, at, Math.min(step, packet.length - at));
            while (decoder.next()) {
                found++;
                assertThat(at).isEqualTo(packet.length);
            }
        }
        assertThat(found).isEqualTo(1);
    }

    @Property
    void keepsTheValuesOfARegister(
            @ForAll @IntRange(max = 14) int signBit, @ForAll @IntRange(min = -0x3FFF, max = 0x3FFF) int value) {
        Register register = new Register("Any", 0, 2, false, true, signBit, -1, 1, "", java.util.OptionalInt.empty());
        int magnitude = value % (1 << signBit);
        assertThat(register.decode(register.encode(magnitude))).isEqualTo(magnitude);
    }

    @Property
    void takesASyncWriteApartAgain(
            @ForAll @Size(min = 1, max = 20) java.util.List<@IntRange(max = Packets.MAX_ID) Integer> ids,
            @ForAll @IntRange(min = -32767, max = 32767) int value) {
        int[] targets = ids.stream().mapToInt(Integer::intValue).toArray();
        int[] values = new int[targets.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (value + 31 * i) % 32768;
        }
        byte[] packet = FeetechBus.syncWritePacket(Sts3215.GOAL_POSITION, targets, values);
        InstructionDecoder decoder = new InstructionDecoder();
        decoder.feed(packet, 0, packet.length);

        assertThat(decoder.next()).isTrue();
        assertThat(decoder.instruction()).isEqualTo(Instruction.SYNC_WRITE);
        assertThat(decoder.address()).isEqualTo(42);
        assertThat(decoder.length()).isEqualTo(2);
        assertThat(decoder.targets()).isEqualTo(targets.length);
        for (int i = 0; i < targets.length; i++) {
            assertThat(decoder.target(i)).isEqualTo(targets[i]);
            int raw = decoder.data(i, 0) | decoder.data(i, 1) << 8;
            assertThat(Sts3215.GOAL_POSITION.decode(raw)).isEqualTo(values[i]);
        }
    }
}
