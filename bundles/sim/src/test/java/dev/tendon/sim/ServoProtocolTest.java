/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Sts3215;
import dev.tendon.sim.Wire.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServoProtocolTest {
    private static final int GOAL = 42;
    private static final int POSITION = 56;

    @TempDir
    Path home;

    private Wire wire;

    @BeforeEach
    void open() throws Exception {
        wire = new Wire(home, "sim:", "so101_follower");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void answersAPingWithItsIdAndNothingElse() throws Exception {
        assertThat(wire.raw((byte) 0xFF, (byte) 0xFF, (byte) 3, (byte) 2, (byte) 1, (byte) 0xF9))
                .containsExactly(new Answer(3, 0, List.of()));
    }

    @Test
    void everyServoAnswersABroadcastPing() throws Exception {
        assertThat(wire.send(Packets.BROADCAST, Instruction.PING))
                .extracting(Answer::id)
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void nobodyAnswersForAnIdThatIsNotThere() throws Exception {
        assertThat(wire.send(7, Instruction.PING)).isEmpty();
    }

    @Test
    void answersASyncReadInTheOrderAsked() throws Exception {
        assertThat(wire.send(Packets.BROADCAST, Instruction.SYNC_READ, 3, 2, 6, 2, 9, 1))
                .extracting(Answer::id, Answer::word)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(6, Sts3215.MODEL),
                        org.assertj.core.groups.Tuple.tuple(2, Sts3215.MODEL),
                        org.assertj.core.groups.Tuple.tuple(1, Sts3215.MODEL));
    }

    @Test
    void aSyncWriteReachesEachServoAndIsNotAnswered() throws Exception {
        assertThat(wire.send(Packets.BROADCAST, Instruction.SYNC_WRITE, GOAL, 2, 1, 0x34, 0x08, 5, 0x10, 0x07))
                .isEmpty();

        assertThat(wire.read(1, Sts3215.GOAL_POSITION)).isEqualTo(0x0834);
        assertThat(wire.read(5, Sts3215.GOAL_POSITION)).isEqualTo(0x0710);
    }

    @Test
    void aHeldWriteWaitsForItsAction() throws Exception {
        int before = wire.read(4, Sts3215.GOAL_POSITION);
        assertThat(wire.send(4, Instruction.REG_WRITE, GOAL, 0x00, 0x08)).hasSize(1);
        assertThat(wire.read(4, Sts3215.GOAL_POSITION)).isEqualTo(before);
        assertThat(wire.read(4, Sts3215.ASYNC_WRITE_FLAG)).isEqualTo(1);

        assertThat(wire.send(Packets.BROADCAST, Instruction.ACTION)).isEmpty();

        assertThat(wire.read(4, Sts3215.GOAL_POSITION)).isEqualTo(0x0800);
        assertThat(wire.read(4, Sts3215.ASYNC_WRITE_FLAG)).isZero();
    }

    @Test
    void writesToReadOnlyRegistersChangeNothing() throws Exception {
        int position = wire.read(1, Sts3215.PRESENT_POSITION);

        assertThat(wire.send(1, Instruction.WRITE, POSITION, 1, 2)).hasSize(1);
        assertThat(wire.send(1, Instruction.WRITE, 3, 1, 2)).hasSize(1);

        assertThat(wire.read(1, Sts3215.PRESENT_POSITION)).isEqualTo(position);
        assertThat(wire.read(1, Sts3215.MODEL_NUMBER)).isEqualTo(Sts3215.MODEL);
    }

    @Test
    void isSilentToWhatItDoesNotKnow() throws Exception {
        assertThat(wire.send(1, 0x55, 1, 2)).as("unknown instruction").isEmpty();
        assertThat(wire.send(1, Instruction.READ, 86, 2)).as("beyond the table").isEmpty();
        assertThat(wire.send(1, Instruction.WRITE, 86, 1, 2))
                .as("beyond the table")
                .isEmpty();
        assertThat(wire.raw((byte) 0xFF, (byte) 0xFF, (byte) 3, (byte) 2, (byte) 1, (byte) 0))
                .as("wrong checksum")
                .isEmpty();
        assertThat(wire.send(1, Instruction.PING)).as("afterwards").hasSize(1);
    }

    @Test
    void forgetsATornPacketAfterAPause() throws Exception {
        assertThat(wire.raw((byte) 0xFF, (byte) 0xFF, (byte) 1, (byte) 50, (byte) 3))
                .isEmpty();
        wire.pass(0.01);

        assertThat(wire.send(1, Instruction.PING)).hasSize(1);
    }

    @Test
    void answersReadsOnlyWhereItsStatusLevelSaysSo() throws Exception {
        wire.send(2, Instruction.WRITE, Sts3215.RESPONSE_STATUS_LEVEL.address(), 0);

        assertThat(wire.send(2, Instruction.WRITE, GOAL, 0, 8)).isEmpty();
        assertThat(wire.send(2, Instruction.PING)).hasSize(1);
        assertThat(wire.read(2, Sts3215.GOAL_POSITION)).isEqualTo(2048);
    }

    @Test
    void hearsItsOwnBaudRateOnly() throws Exception {
        wire.write(2, Sts3215.LOCK, 0);
        wire.write(2, Sts3215.BAUD_RATE, 1);

        assertThat(wire.send(2, Instruction.PING)).isEmpty();
        wire.channel().baudRate(500_000);
        assertThat(wire.send(2, Instruction.PING)).hasSize(1);
        assertThat(wire.send(1, Instruction.PING)).isEmpty();
    }

    @Test
    void answersToANewIdAtOnceAndConfirmsUnderTheOld() throws Exception {
        assertThat(wire.send(6, Instruction.WRITE, Sts3215.ID.address(), 17))
                .extracting(Answer::id)
                .containsExactly(6);

        assertThat(wire.send(6, Instruction.PING)).isEmpty();
        assertThat(wire.send(17, Instruction.PING)).hasSize(1);
    }

    @Test
    void reportsASupplyOutsideItsLimitsInEveryAnswer() throws Exception {
        assertThat(wire.write(1, Sts3215.MIN_VOLTAGE_LIMIT, 80)).isEqualTo(1);
        assertThat(wire.read(1, Sts3215.STATUS)).isEqualTo(1);
        assertThat(wire.write(1, Sts3215.MIN_VOLTAGE_LIMIT, 40)).isZero();
    }
}
