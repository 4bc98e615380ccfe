/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.DeviceLostException;
import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.PacketDecoder;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.StatusBits;
import dev.tendon.feetech.Sts3215;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmFaultsTest {
    private static final byte[] PING = Packets.packet(1, Instruction.PING, new byte[0]);

    @TempDir
    Path home;

    @Test
    void theSameSeedLosesTheSamePackets() throws Exception {
        String losses = losses("sim:?drop=0.2&seed=7");

        assertThat(losses).isEqualTo(losses("sim:?drop=0.2&seed=7")).isNotEqualTo(losses("sim:?drop=0.2&seed=8"));
        assertThat(losses.chars().filter(c -> c == '-').count()).isBetween(250L, 470L); // 36 % of 1000
    }

    @Test
    void whatIsLostDoesNotChangeWhenSomethingElseGoesWrongToo() throws Exception {
        assertThat(losses("sim:?drop=0.2&delay=0.5&delay_ms=0")).isEqualTo(losses("sim:?drop=0.2"));
    }

    /** A character for each of 1000 pings: answered or not. */
    private String losses(String port) throws DeviceException {
        StringBuilder losses = new StringBuilder();
        try (Wire wire = open(port)) {
            for (int i = 0; i < 1000; i++) {
                losses.append(wire.raw(PING).isEmpty() ? '-' : 'x');
            }
        }
        return losses.toString();
    }

    @Test
    void aCorruptAnswerHasOneWrongBit() throws Exception {
        try (Wire wire = open("sim:")) {
            byte[] buffer = new byte[64];
            PacketDecoder decoder = new PacketDecoder(Packets.MAX_PARAMETERS);
            wire.arm().faults(ArmFaults.none().withCorrupted(0.5));
            int wrong = 0;
            for (int i = 0; i < 200; i++) {
                wire.channel().write(PING, 0, PING.length);
                int count = wire.channel().read(buffer, 0, buffer.length, wire.clock.nanoTime());
                int bits = 0;
                byte[] good = {-1, -1, 1, 2, 0, (byte) 0xFC};
                for (int j = 0; j < count; j++) {
                    bits += Integer.bitCount((buffer[j] ^ good[j]) & 0xFF);
                }
                assertThat(bits).isBetween(0, 1);
                wrong += bits;
                decoder.clear();
            }
            assertThat(wrong).isBetween(20, 90);
            assertThat(wire.arm().faultyPackets()).isGreaterThan(wrong);
        }
    }

    @Test
    void aDelayedAnswerComesLate() throws Exception {
        try (Wire wire = open("sim:?delay=1&delay_ms=7.5")) {
            long start = wire.clock.nanoTime();
            assertThat(wire.raw(PING)).isEmpty();

            wire.channel().read(new byte[64], 0, 64, start + 1_000_000_000);
            assertThat(wire.clock.nanoTime() - start).isEqualTo(7_500_000);
        }
    }

    @Test
    void faultsBeginWhenTheyAreToldTo() throws Exception {
        try (Wire wire = open("sim:?missing=gripper&faults_after_s=2")) {
            assertThat(wire.send(6, Instruction.PING)).hasSize(1);
            wire.pass(2);
            assertThat(wire.send(6, Instruction.PING)).isEmpty();
            assertThat(wire.send(5, Instruction.PING)).hasSize(1);
        }
    }

    @Test
    void eachAnswerReportsVoltageTemperatureAndOverload() throws Exception {
        try (Wire wire = open("sim:?voltage=3.5&temperature=elbow_flex:75&overload=3")) {
            assertThat(wire.send(3, Instruction.PING).get(0).errors())
                    .isEqualTo(StatusBits.VOLTAGE | StatusBits.TEMPERATURE | StatusBits.OVERLOAD);
            assertThat(wire.send(1, Instruction.PING).get(0).errors()).isEqualTo(StatusBits.VOLTAGE);
            assertThat(wire.read(3, Sts3215.PRESENT_TEMPERATURE)).isEqualTo(75);
            assertThat(wire.read(1, Sts3215.PRESENT_VOLTAGE)).isEqualTo(35);
            wire.arm().faults(ArmFaults.none());
            assertThat(wire.send(3, Instruction.PING).get(0).errors()).isZero();
        }
    }

    @Test
    void anOverheatedMotorTakesItsTorqueOff() throws Exception {
        try (Wire wire = open("sim:")) {
            wire.write(2, Sts3215.TORQUE_ENABLE, 1);
            wire.arm().faults(ArmFaults.none().withTemperature(2, 80));

            assertThat(wire.send(2, Instruction.PING).get(0).errors()).isEqualTo(StatusBits.TEMPERATURE);
            assertThat(wire.arm().peek(2, Sts3215.TORQUE_ENABLE)).isZero();
        }
    }

    @Test
    void aBlockedMotorDrivesWithItsProtectiveTorqueOnly() throws Exception {
        try (Wire wire = open("sim:")) {
            wire.write(1, Sts3215.TORQUE_ENABLE, 1);
            wire.arm().faults(ArmFaults.none().withOverload(1));
            wire.write(1, Sts3215.GOAL_POSITION, 3000);
            wire.pass(0.1);

            assertThat(Math.abs(wire.read(1, Sts3215.PRESENT_LOAD))).isBetween(150, 200);
        }
    }

    @Test
    void aPulledPlugIsNoticedAndTheSameServosComeBack() throws Exception {
        try (Wire wire = open("sim:?unplug_s=3&replug_s=2")) {
            wire.write(1, Sts3215.TORQUE_ENABLE, 1);
            wire.write(1, Sts3215.GOAL_POSITION, 2400);
            wire.pass(3);
            assertThatThrownBy(() -> wire.send(1, Instruction.PING))
                    .isInstanceOf(DeviceLostException.class)
                    .hasMessageContaining("plug was pulled");
            assertThatThrownBy(wire::reopen)
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining("There is no port");
            wire.pass(2);
            wire.reopen();

            assertThat(wire.read(1, Sts3215.TORQUE_ENABLE)).isEqualTo(1);
            assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isBetween(2390, 2410);
            wire.pass(100);
            assertThat(wire.send(1, Instruction.PING)).as("pulled once").hasSize(1);
        }
    }

    @Test
    void aChannelThatLostItsPortStaysDeadAfterTheReplug() throws Exception {
        try (Wire wire = open("sim:left")) {
            SimulatedArm arm = wire.arm();
            arm.unplug();
            assertThat(arm.plugged()).isFalse();
            arm.replug();
            assertThatThrownBy(() -> wire.send(1, Instruction.PING)).isInstanceOf(DeviceLostException.class);
            wire.reopen();
            assertThat(wire.send(1, Instruction.PING)).hasSize(1);
            assertThat(wire.arm()).isSameAs(arm);
        }
    }

    @Test
    void thePlugIsPulledAfterSoManyPackets() throws Exception {
        try (Wire wire = open("sim:?unplug_packets=5")) {
            for (int i = 0; i < 2; i++) {
                assertThat(wire.raw(PING)).hasSize(1);
            }
            assertThatThrownBy(() -> wire.raw(PING)).isInstanceOf(DeviceLostException.class);
        }
    }

    @Test
    void twoServosOfOneIdSpoilEachOthersAnswers() throws Exception {
        try (Wire wire = open("sim:?id=3:2")) {
            byte[] ping = Packets.packet(2, Instruction.PING, new byte[0]);
            wire.channel().write(ping, 0, ping.length);
            byte[] heard = new byte[64];
            int count = wire.channel().read(heard, 0, heard.length, wire.clock.nanoTime());
            PacketDecoder decoder = new PacketDecoder(Packets.MAX_PARAMETERS);
            decoder.feed(heard, 0, count);

            assertThat(count).isEqualTo(6);
            assertThat(decoder.next()).isFalse();
            assertThat(wire.send(1, Instruction.PING)).hasSize(1);
        }
    }

    @Test
    void motorsFromTheBoxAreConnectedInTurnWhileSomebodySetsThemUp() throws Exception {
        try (Wire wire = open("sim:?fresh=true&connected=in_turn")) {
            for (int id : List.of(6, 5, 4, 3, 2, 1)) {
                assertThat(wire.send(Packets.BROADCAST, Instruction.PING))
                        .as("motor %d alone, with the factory's id", id)
                        .extracting(Wire.Answer::id)
                        .containsExactly(1);
                wire.write(1, Sts3215.LOCK, 0);
                wire.write(1, Sts3215.ID, id);
                assertThat(wire.write(id, Sts3215.LOCK, 1)).isZero();
                assertThat(wire.arm().peek(id, Sts3215.ID)).isEqualTo(id);
            }
            assertThat(wire.send(Packets.BROADCAST, Instruction.PING))
                    .as("all, when each has its id")
                    .extracting(Wire.Answer::id)
                    .containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void oneMotorCanBeConnectedAlone() throws Exception {
        try (Wire wire = open("sim:?connected=gripper")) {
            assertThat(wire.send(Packets.BROADCAST, Instruction.PING))
                    .extracting(Wire.Answer::id)
                    .containsExactly(6);
            wire.arm().connect(2);
            assertThat(wire.send(Packets.BROADCAST, Instruction.PING))
                    .extracting(Wire.Answer::id)
                    .containsExactly(2);
        }
    }

    private Wire open(String port) throws DeviceException {
        return new Wire(home, port, "so101_follower");
    }
}
