/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.serial.SerialChannel;
import dev.tendon.serial.SerialLease;
import dev.tendon.serial.SerialPortProvider;
import dev.tendon.serial.SerialRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LeaseTest {
    private static final SerialRequest REQUEST = new SerialRequest("mem:arm", 1_000_000, "so101_follower");
    private static final byte[] RULE = {1, 2, 3};

    private final Holder left = new Holder("so101 \"left\"");
    private final Holder right = new Holder("so101 \"right\"");
    private final Memory memory = new Memory();
    private final DefaultSerialPorts ports = new DefaultSerialPorts(List.of(memory));

    @Test
    void tellsTheHolderThatItHasThePort() throws DeviceException {
        SerialLease lease = ports.open(REQUEST, left);

        assertThat(left.granted).containsExactly(lease);
        assertThat(lease.valid()).isTrue();
        assertThat(lease.resource()).isEqualTo("mem:arm");
    }

    @Test
    void opensAPortOnceAndNamesWhoHasIt() throws DeviceException {
        ports.open(REQUEST, left);

        assertThatThrownBy(() -> ports.open(REQUEST, right))
                .isInstanceOf(DeviceException.class)
                .hasMessageContainingAll("mem:arm", "so101 \"left\"", "so101 \"right\"");
    }

    @Test
    void namesTheNewHolderAfterATransfer() throws DeviceException {
        ports.open(REQUEST, left).transferTo(new Holder("so101 \"next\""));

        assertThatThrownBy(() -> ports.open(REQUEST, right)).hasMessageContaining("so101 \"next\"");
    }

    @Test
    void opensAPortAgainOnceItIsClosed() throws DeviceException {
        SerialLease lease = ports.open(REQUEST, left);
        lease.close();
        lease.close();

        assertThat(memory.last.closed).isTrue();
        assertThat(left.ended).containsExactly(lease);
        assertThat(ports.open(REQUEST, right).valid()).isTrue();
    }

    @Test
    void keepsAPortFreeThatFailedToOpen() throws DeviceException {
        memory.failure = new DeviceException("no power");
        assertThatThrownBy(() -> ports.open(REQUEST, left)).hasMessageContaining("no power");

        memory.failure = null;
        assertThat(ports.open(REQUEST, left).valid()).isTrue();
    }

    @Test
    void movesTheOpenPortToAnotherHolderWithoutTouchingIt() throws DeviceException {
        SerialLease old = ports.open(REQUEST, left);
        MemoryPort port = memory.last;

        SerialLease moved = old.transferTo(right);
        moved.write(RULE, 0, 2);

        assertThat(memory.last).isSameAs(port);
        assertThat(port.closed).isFalse();
        assertThat(port.written()).hasSize(1);
        assertThat(old.valid()).isFalse();
        assertThat(left.ended).containsExactly(old);
        assertThat(right.granted).containsExactly(moved);
    }

    @Test
    void refusesALeaseThatIsNoLongerValid() throws DeviceException {
        SerialLease old = ports.open(REQUEST, left);
        SerialLease moved = old.transferTo(right);

        assertThatThrownBy(() -> old.write(RULE, 0, 1)).hasMessageContainingAll("mem:arm", "no longer", "left");
        assertThatThrownBy(() -> old.read(new byte[1], 0, 1, 0)).isInstanceOf(DeviceException.class);
        assertThatThrownBy(old::discardInput).isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> old.baudRate(9600)).isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> old.transferTo(left)).isInstanceOf(DeviceException.class);
        old.close();
        old.revoke();
        assertThat(moved.valid()).isTrue();
        assertThat(memory.last.written()).isEmpty();
    }

    @Test
    void sendsTheRuleWhenItIsTakenBack() throws DeviceException {
        SerialLease lease = ports.open(REQUEST, left);
        lease.safeEnd(RULE);

        lease.revoke();

        assertThat(memory.last.written()).isNotEmpty().allSatisfy(bytes -> assertThat(bytes)
                .isEqualTo(RULE));
        assertThat(memory.last.closed).isTrue();
        assertThat(lease.valid()).isFalse();
        assertThat(left.ended).containsExactly(lease);
    }

    @Test
    void keepsTheRuleOfThePreviousHolderUntilThereIsANewOne() throws DeviceException {
        SerialLease lease = ports.open(REQUEST, left);
        lease.safeEnd(RULE);
        SerialLease moved = lease.transferTo(right);
        lease.safeEnd(new byte[] {9}); // too late: nothing of it may reach the wire

        moved.revoke();

        assertThat(memory.last.written()).isNotEmpty().allSatisfy(bytes -> assertThat(bytes)
                .isEqualTo(RULE));
    }

    @Test
    void sendsNothingWhenTheHolderCloses() throws DeviceException {
        SerialLease lease = ports.open(REQUEST, left);
        lease.safeEnd(RULE);
        lease.close();
        assertThat(memory.last.written()).isEmpty();
    }

    @Test
    void endsABlockedReadBeforeItSendsTheRule() throws Exception {
        SerialLease lease = ports.open(REQUEST, left);
        lease.safeEnd(RULE);
        long farAway = left.clock().nanoTime() + Duration.ofMinutes(5).toNanos();
        FutureTask<String> read = started(() -> {
            try {
                return "read " + lease.read(new byte[8], 0, 8, farAway);
            } catch (DeviceException e) {
                return e.getMessage();
            }
        });
        memory.last.reading.await();

        long start = left.clock().nanoTime();
        lease.revoke();
        long took = left.clock().nanoTime() - start;

        assertThat(read.get(5, TimeUnit.SECONDS)).contains("no longer");
        assertThat(memory.last.overlap).isFalse();
        assertThat(memory.last.written()).isNotEmpty();
        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void comesBackInTimeThoughThePortHangs() throws DeviceException {
        SerialLease lease = ports.open(REQUEST, left);
        lease.safeEnd(RULE);
        memory.last.stuckWrites = new CountDownLatch(1);

        long start = left.clock().nanoTime();
        lease.revoke();
        long took = left.clock().nanoTime() - start;
        memory.last.stuckWrites.countDown();

        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofMillis(150));
        assertThat(lease.valid()).isFalse();
    }

    @Test
    void keepsTheInterruptOfWhoTakesItBack() throws DeviceException {
        SerialLease lease = ports.open(REQUEST, left);
        lease.safeEnd(RULE);

        Thread.currentThread().interrupt();
        lease.revoke();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(memory.last.written()).isNotEmpty();
    }

    @Test
    void takesAllPortsBackWhenTheServiceGoes() throws DeviceException {
        SerialLease lease = ports.open(REQUEST, left);
        lease.safeEnd(RULE);
        ports.deactivate();
        assertThat(memory.last.written()).isNotEmpty();
        assertThat(left.ended).containsExactly(lease);
    }

    private static <V> FutureTask<V> started(java.util.concurrent.Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "holder");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Ports whose names begin with {@code mem:}. */
    private static final class Memory implements SerialPortProvider {
        MemoryPort last;
        DeviceException failure;

        @Override
        public boolean accepts(String port) {
            return port.startsWith("mem:");
        }

        @Override
        public SerialChannel open(SerialRequest request, Clock clock) throws DeviceException {
            if (failure != null) {
                throw failure;
            }
            last = new MemoryPort(clock);
            return last;
        }
    }
}
