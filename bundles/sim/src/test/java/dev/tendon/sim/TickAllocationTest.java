/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tendon.feetech.Instruction;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Sts3215;
import dev.tendon.serial.SerialChannel;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickAllocationTest {
    private static final int WARM_UP = 2000;
    private static final int TICKS = 1000;
    private static final long TICK_NS = 5_000_000;

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"sim:kept", "sim:kept?timing=wire", "sim:?timing=wire&delay=0.5&seed=3"})
    void aTickOfOneSyncWriteAndOneSyncReadAllocatesNothing(String port) throws Exception {
        try (Wire wire = new Wire(home, port, "so101_follower")) {
            byte[] torque = Packets.packet(
                    Packets.BROADCAST, Instruction.WRITE, new byte[] {(byte) Sts3215.TORQUE_ENABLE.address(), 1});
            wire.channel().write(torque, 0, torque.length);
            byte[] write = Packets.packet(Packets.BROADCAST, Instruction.SYNC_WRITE, new byte[] {
                42, 2, 1, 0, 8, 2, 0, 8, 3, 0, 8, 4, 0, 10, 5, 0, 7
            });
            byte[] read =
                    Packets.packet(Packets.BROADCAST, Instruction.SYNC_READ, new byte[] {56, 2, 1, 2, 3, 4, 5, 6});
            byte[] answers = new byte[256];
            ticks(wire, write, read, answers, WARM_UP);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

            long before = threads.getCurrentThreadAllocatedBytes();
            ticks(wire, write, read, answers, TICKS);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;

            assertThat(allocated).as("bytes in %d ticks", TICKS).isLessThan(TICKS);
        }
    }

    private static void ticks(Wire wire, byte[] write, byte[] read, byte[] answers, int count) throws Exception {
        SerialChannel channel = wire.channel();
        for (int i = 0; i < count; i++) {
            wire.clock.advance(TICK_NS);
            channel.write(write, 0, write.length);
            channel.write(read, 0, read.length);
            int taken = 0;
            while (taken < 6 * 8) {
                taken += channel.read(answers, taken, answers.length - taken, wire.clock.nanoTime() + TICK_NS);
            }
        }
    }
}
