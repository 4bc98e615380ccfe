/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tendon.api.device.DeviceException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class TickAllocationTest {
    private static final int TICKS = 2_000;

    @Test
    void readsAndWritesSixServosWithoutAllocating() throws DeviceException {
        int[] ids = {1, 2, 3, 4, 5, 6};
        int[] ticks = new int[6];
        FakeServos servos = new FakeServos(ids);
        servos.keepSent = false;
        FeetechBus bus = new FeetechBus(servos, servos.clock, BusSettings.at(1_000_000), "so101");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        run(bus, ids, ticks); // the first calls load classes; the meter itself warms up too
        long meter = -threads.getThreadAllocatedBytes(id) + threads.getThreadAllocatedBytes(id);

        long before = threads.getThreadAllocatedBytes(id);
        run(bus, ids, ticks);
        long allocated = threads.getThreadAllocatedBytes(id) - before;

        assertThat(allocated - meter).isZero();
        assertThat(bus.counters().answers()).isEqualTo(2L * TICKS * ids.length);
    }

    private static void run(FeetechBus bus, int[] ids, int[] ticks) throws DeviceException {
        for (int i = 0; i < TICKS; i++) {
            bus.syncRead(Sts3215.PRESENT_POSITION, ids, ticks);
            bus.syncWrite(Sts3215.GOAL_POSITION, ids, ticks);
        }
    }
}
