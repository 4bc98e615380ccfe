/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Sts3215;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireTimingTest {
    private static final long FAR_NS = 1_000_000_000;
    private static final byte[] PING = Packets.packet(1, Instruction.PING, new byte[0]);
    private static final byte[] READ_ALL =
            Packets.packet(Packets.BROADCAST, Instruction.SYNC_READ, new byte[] {56, 2, 1, 2, 3, 4, 5, 6});

    @TempDir
    Path home;

    private final byte[] buffer = new byte[256];

    @Test
    void eachByteArrivesWhenTheWireHasCarriedIt() throws Exception {
        try (Wire wire = new Wire(home, "sim:?timing=wire", "so101_follower")) {
            long start = wire.clock.nanoTime();
            long delay = 2000L * wire.arm().peek(1, Sts3215.RETURN_DELAY_TIME);
            wire.channel().write(PING, 0, PING.length);

            assertThat(wire.channel().read(buffer, 0, 1, start + 60_000 + delay))
                    .isZero();
            for (int i = 1; i <= PING.length; i++) {
                assertThat(wire.channel().read(buffer, 0, buffer.length, start + FAR_NS))
                        .isEqualTo(1);
                assertThat(wire.clock.nanoTime() - start).isEqualTo(60_000 + delay + i * 10_000L);
            }
        }
    }

    @Test
    void takesTheReturnDelayThatIsWrittenAndTheBaudRateThatIsSet() throws Exception {
        try (Wire wire = new Wire(home, "sim:?timing=wire", "so101_follower")) {
            write(wire, Sts3215.LOCK.address(), 0);
            write(wire, Sts3215.RETURN_DELAY_TIME.address(), 100);
            write(wire, Sts3215.BAUD_RATE.address(), 1);
            wire.channel().baudRate(500_000);
            long start = wire.clock.nanoTime();
            wire.channel().write(PING, 0, PING.length);

            assertThat(readAll(wire, 6)).isEqualTo(start + 2 * 60_000 + 200_000 + 2 * 60_000);
        }
    }

    private void write(Wire wire, int address, int value) throws Exception {
        byte[] packet = Packets.packet(1, Instruction.WRITE, new byte[] {(byte) address, (byte) value});
        wire.channel().write(packet, 0, packet.length);
        readAll(wire, 6);
    }

    /** When the last of {@code count} bytes is there. */
    private long readAll(Wire wire, int count) throws Exception {
        for (int read = 0; read < count; ) {
            int more = wire.channel().read(buffer, 0, buffer.length, wire.clock.nanoTime() + FAR_NS);
            assertThat(more).isPositive();
            read += more;
        }
        return wire.clock.nanoTime();
    }

    @Test
    void countsTheSameTimeOnTheWireWhetherOrNotAnybodyWaitsForIt() throws Exception {
        assertThat(wireNs("sim:")).isEqualTo(wireNs("sim:?timing=wire")).isPositive();
    }

    private long wireNs(String port) throws Exception {
        try (Wire wire = new Wire(home, port, "so101_follower")) {
            wire.channel().write(READ_ALL, 0, READ_ALL.length);
            readAll(wire, 6 * 8);
            return wire.arm().wireNs();
        }
    }

    @Test
    void anExchangeTakesExactlyAsLongAsTheWireWasInUse() throws Exception {
        try (Wire wire = new Wire(home, "sim:?timing=wire", "so101_follower")) {
            long start = wire.clock.nanoTime();
            wire.channel().write(READ_ALL, 0, READ_ALL.length);

            assertThat(readAll(wire, 6 * 8) - start).isEqualTo(wire.arm().wireNs());
        }
    }

    @Test
    void discardingLeavesWhatIsStillBeingSent() throws Exception {
        try (Wire wire = new Wire(home, "sim:?timing=wire", "so101_follower")) {
            wire.channel().write(PING, 0, PING.length);
            wire.channel().discardInput();

            readAll(wire, 6);
        }
    }

    @Property(tries = 200)
    void noByteOvertakesAnother(
            @ForAll @IntRange(min = 1, max = 60) int first,
            @ForAll @IntRange(min = 1, max = 60) int second,
            @ForAll @IntRange(max = 300_000) int startNs,
            @ForAll @IntRange(max = 300_000) int secondNs) {
        AnswerBuffer answers = new AnswerBuffer();
        answers.put(new byte[first], first, startNs, 10_000);
        answers.put(new byte[second], second, secondNs, 10_000);
        long last = Long.MIN_VALUE;
        byte[] one = new byte[1];
        while (!answers.isEmpty()) {
            long due = answers.nextDueNs();
            assertThat(due).isGreaterThanOrEqualTo(last);
            assertThat(answers.take(one, 0, 1, due - 1)).isZero();
            assertThat(answers.take(one, 0, 1, due)).isEqualTo(1);
            last = due;
        }
    }
}
