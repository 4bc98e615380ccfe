/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tendon.api.device.DeviceException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeetechBusTest {
    private static final int[] IDS = {1, 2, 3};
    private static final FakeServos.Spoil LOST = packet -> new byte[0];
    private static final FakeServos.Spoil GOOD = packet -> packet;

    private final FakeServos servos = new FakeServos(1, 2, 3);
    private final BusSettings settings = BusSettings.at(1_000_000)
            .withJoints(Map.of(1, "shoulder_pan", 2, "shoulder_lift", 3, "elbow_flex"))
            .withAdvice("Or run: tendon setup-motors");
    private final FeetechBus bus = new FeetechBus(servos, servos.clock, settings, "so101 \"left\"");

    @Test
    void doesNoIoWhenItIsMade() {
        assertThat(servos.sent).isEmpty();
        assertThat(servos.clock.nanoTime()).isEqualTo(1_000);
    }

    @Test
    void readsAndWritesValuesWithTheirSigns() throws DeviceException {
        bus.write(2, Sts3215.HOMING_OFFSET, -1505);
        assertThat(servos.get(2, Sts3215.HOMING_OFFSET)).isEqualTo(-1505);
        assertThat(bus.read(2, Sts3215.HOMING_OFFSET)).isEqualTo(-1505);
        assertThat(servos.sent.get(0)).containsExactly(0xFF, 0xFF, 2, 5, 3, 31, 0xE1, 0x0D, 0xE8);
    }

    @Test
    void findsServosByPing() throws DeviceException {
        assertThat(bus.ping(1)).isEqualTo(777);
        assertThat(bus.broadcastPing()).isEqualTo(Map.of(1, 777, 2, 777, 3, 777));
    }

    @Test
    void findsNobodyOnAnEmptyBus() throws DeviceException {
        FakeServos nobody = new FakeServos();
        assertThat(new FeetechBus(nobody, nobody.clock, settings, "so101").broadcastPing())
                .isEmpty();
    }

    @Test
    void readsAndWritesSeveralServosInOnePacket() throws DeviceException {
        bus.syncWrite(Sts3215.GOAL_POSITION, IDS, new int[] {100, -200, 4095});
        int[] goals = new int[3];
        bus.syncRead(Sts3215.GOAL_POSITION, IDS, goals);

        assertThat(goals).containsExactly(100, -200, 4095);
        assertThat(servos.sent).hasSize(2);
        assertThat(bus.counters().answers()).isEqualTo(3);
    }

    @Test
    void writesToAllWithoutAnAnswer() throws DeviceException {
        bus.write(Packets.BROADCAST, Sts3215.TORQUE_ENABLE, 1);
        bus.action();
        assertThat(servos.get(3, Sts3215.TORQUE_ENABLE)).isEqualTo(1);
        assertThat(servos.sent.get(1)).containsExactly(0xFF, 0xFF, 0xFE, 2, 5, 0xFA);
    }

    @Test
    void letsAServoWaitForTheAction() throws DeviceException {
        bus.regWrite(1, Sts3215.GOAL_POSITION, 7);
        assertThat(servos.sent.get(0)[Packets.CODE]).isEqualTo((byte) Instruction.REG_WRITE);
    }

    @Test
    void refusesToWriteWhatCanOnlyBeRead() {
        assertThatThrownBy(() -> bus.write(1, Sts3215.PRESENT_POSITION, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Present_Position");
        assertThatThrownBy(() -> bus.syncWrite(Sts3215.STATUS, IDS, new int[3])).hasMessageContaining("Status");
        assertThat(servos.sent).isEmpty();
    }

    @Test
    void sendsNothingOfASyncWriteWithOneImpossibleValue() {
        assertThatThrownBy(() -> bus.syncWrite(Sts3215.GOAL_POSITION, IDS, new int[] {0, 0, 40_000}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(servos.sent).isEmpty();
    }

    @Test
    void asksAgainWhenAnAnswerIsLost() throws DeviceException {
        answers(LOST, LOST, GOOD);
        assertThat(bus.read(1, Sts3215.ID)).isZero();
        assertThat(bus.counters().retries()).isEqualTo(2);
        assertThat(bus.counters().timeouts()).isEqualTo(2);
    }

    @Test
    void waitsForALostAnswerNoLongerThanAnswersTakeLately() throws DeviceException {
        int[] positions = new int[3];
        bus.syncRead(Sts3215.PRESENT_POSITION, IDS, positions);
        answers(GOOD, LOST, GOOD, GOOD);
        long before = servos.clock.nanoTime();
        bus.syncRead(Sts3215.PRESENT_POSITION, IDS, positions);

        assertThat(servos.clock.nanoTime() - before)
                .as("the margin, and the silence before the next question")
                .isLessThan(3_000_000);
        assertThat(bus.counters().retries()).isEqualTo(1);
    }

    @Test
    void waitsTheLongestInTheLastTry() {
        int[] positions = new int[3];
        long before = servos.clock.nanoTime();
        assertThatThrownBy(() -> {
                    bus.syncRead(Sts3215.PRESENT_POSITION, IDS, positions);
                    servos.unplug(2);
                    bus.syncRead(Sts3215.PRESENT_POSITION, IDS, positions);
                })
                .isInstanceOf(NoAnswerException.class);
        assertThat(servos.clock.nanoTime() - before).isBetween(10_000_000L, 40_000_000L);
    }

    @Test
    void asksOnlyThoseAgainThatDidNotAnswer() throws DeviceException {
        servos.set(2, Sts3215.PRESENT_POSITION, 222);
        answers(GOOD, LOST, GOOD, GOOD);
        int[] positions = new int[3];
        bus.syncRead(Sts3215.PRESENT_POSITION, IDS, positions);

        assertThat(positions).containsExactly(0, 222, 0);
        assertThat(servos.sent.get(1)).containsExactly(0xFF, 0xFF, 0xFE, 5, 0x82, 56, 2, 2, 0x3E);
    }

    @Test
    void refusesTornCorruptForeignAndDoubledAnswers() throws DeviceException {
        servos.set(1, Sts3215.PRESENT_POSITION, 1111);
        FakeServos.Spoil torn = packet -> java.util.Arrays.copyOf(packet, packet.length - 2);
        FakeServos.Spoil corrupt = packet -> {
            packet[Packets.PARAMETERS] ^= 0x10;
            return packet;
        };
        answers(torn, corrupt, packet -> joined(Packets.packet(9, 0, (byte) 1, (byte) 2), packet, packet));

        assertThat(bus.read(1, Sts3215.PRESENT_POSITION)).isEqualTo(1111);
        BusCounters counters = bus.counters();
        assertThat(counters.corrupt()).isEqualTo(1);
        assertThat(counters.foreign()).isEqualTo(1);
        assertThat(counters.duplicates()).isEqualTo(1);
        assertThat(counters.noise()).isPositive();
    }

    @Test
    void refusesAnAnswerOfAnotherLength() {
        servos.spoil = packet -> Packets.packet(1, 0, (byte) 5);
        assertThatThrownBy(() -> bus.read(1, Sts3215.PRESENT_POSITION)).isInstanceOf(NoAnswerException.class);
        assertThat(bus.counters().foreign()).isEqualTo(3);
    }

    @Test
    void doesNotTakeALateAnswerForTheNextOne() throws DeviceException {
        servos.set(1, Sts3215.PRESENT_POSITION, 1111);
        servos.set(1, Sts3215.PRESENT_VELOCITY, 22);
        servos.babble(Packets.packet(1, 0, (byte) 0x57, (byte) 0x04));

        assertThat(bus.read(1, Sts3215.PRESENT_VELOCITY)).isEqualTo(22);
        assertThat(bus.counters().late()).isEqualTo(8);
    }

    @Test
    void doesNotTakeALateAnswerToAnotherQuestionForThisOne() throws DeviceException {
        servos.set(1, Sts3215.MIN_POSITION_LIMIT, 111);
        servos.set(1, Sts3215.MAX_POSITION_LIMIT, 3333);
        Late wire = new Late(servos);
        FeetechBus slow = new FeetechBus(wire, servos.clock, settings, "so101");
        wire.delaysNs.add(14_000_000L); // the adapter holds up the first answer, and so the one behind it

        assertThat(slow.read(1, Sts3215.MIN_POSITION_LIMIT)).isEqualTo(111);
        assertThat(slow.read(1, Sts3215.MAX_POSITION_LIMIT)).isEqualTo(3333);
        assertThat(slow.counters().late())
                .as("the second answer to the first question")
                .isEqualTo(8);
    }

    @Test
    void waitsForTheAnswerToTheLastTryAsLongAsForOneToTheFirst() throws DeviceException {
        servos.set(1, Sts3215.MIN_POSITION_LIMIT, 111);
        servos.set(1, Sts3215.MAX_POSITION_LIMIT, 3333);
        Late wire = new Late(servos);
        FeetechBus slow = new FeetechBus(wire, servos.clock, settings, "so101");
        wire.delaysNs.addAll(List.of(14_000_000L, 9_500_000L));

        assertThat(slow.read(1, Sts3215.MIN_POSITION_LIMIT)).isEqualTo(111);
        assertThat(slow.read(1, Sts3215.MAX_POSITION_LIMIT)).isEqualTo(3333);
    }

    @Test
    void asksSomethingElseAtOnceWhereNothingCanComeAnyMore() throws DeviceException {
        answers(LOST, GOOD);
        bus.read(1, Sts3215.PRESENT_POSITION);
        servos.clock.advance(20_000_000);
        bus.read(1, Sts3215.PRESENT_POSITION);
        long before = servos.clock.nanoTime();
        bus.read(1, Sts3215.PRESENT_VELOCITY);

        assertThat(servos.clock.nanoTime()).isEqualTo(before);
    }

    @Test
    void asksTheSameAgainAtOnceThoughAnAnswerMayStillCome() throws DeviceException {
        answers(LOST, GOOD);
        bus.read(1, Sts3215.PRESENT_POSITION);
        long before = servos.clock.nanoTime();
        bus.syncWrite(Sts3215.GOAL_POSITION, new int[] {1}, new int[] {5});
        bus.read(1, Sts3215.PRESENT_POSITION);

        assertThat(servos.clock.nanoTime()).isEqualTo(before);
    }

    @Test
    void waitsForSilenceAfterAMissedAnswer() throws DeviceException {
        answers(LOST, GOOD);
        bus.read(1, Sts3215.ID);
        long before = servos.clock.nanoTime();
        bus.read(1, Sts3215.ID);
        long quiet = servos.clock.nanoTime();
        answers(LOST, LOST, LOST, GOOD);
        assertThatThrownBy(() -> bus.read(1, Sts3215.ID)).isInstanceOf(NoAnswerException.class);
        long failed = servos.clock.nanoTime();
        bus.read(1, Sts3215.ID);

        assertThat(quiet).isEqualTo(before);
        assertThat(servos.clock.nanoTime() - failed).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void keepsItsDeadlineThoughTheWireIsNeverSilent() {
        int[] reads = {0};
        FakeServos babbling = new FakeServos(1);
        babbling.spoil = LOST;
        var channel = new Babble(babbling, reads);
        var bad = new FeetechBus(channel, babbling.clock, settings, "so101");

        assertThatThrownBy(() -> bad.read(1, Sts3215.ID)).isInstanceOf(NoAnswerException.class);
        assertThat(reads[0]).isLessThan(1_000);
    }

    @Test
    void saysWhichServoGaveNoAnswerAndWhatToDo() {
        servos.unplug(3);
        assertThatThrownBy(() -> bus.read(3, Sts3215.PRESENT_POSITION))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContainingAll(
                        "so101 \"left\"",
                        "motor 3 (elbow_flex)",
                        "Present_Position",
                        "3 tries of 11 ms",
                        "cable",
                        "setup-motors");
    }

    @Test
    void saysWhoIsMissingAndWhoAnswered() {
        servos.unplug(2);
        int[] positions = {7, 7, 7};
        NoAnswerException e = catchThrowableOfType(
                NoAnswerException.class, () -> bus.syncRead(Sts3215.PRESENT_POSITION, IDS, positions));

        assertThat(e.missing()).containsExactly(2);
        assertThat(e.answered()).containsExactly(1, 3);
        assertThat(e)
                .hasMessageContainingAll(
                        "motor 2 (shoulder_lift)", "Motors 1 (shoulder_pan), 3 (elbow_flex) did answer");
        assertThat(positions).containsExactly(7, 7, 7);
    }

    @Test
    void suspectsThePowerSupplyWhenNobodyAnswers() {
        List.of(1, 2, 3).forEach(servos::unplug);
        assertThatThrownBy(() -> bus.syncRead(Sts3215.PRESENT_POSITION, IDS, new int[3]))
                .hasMessageContainingAll("none of motors 1", "power supply", "1000000");
    }

    @Test
    void suspectsAnIdThatIsThereTwiceWhenAnswersAreBroken() {
        servos.spoil = packet -> {
            packet[packet.length - 1]++;
            return packet;
        };
        assertThatThrownBy(() -> bus.read(1, Sts3215.ID))
                .hasMessageContainingAll("no usable answer", "3 broken packets", "twice");
    }

    @Test
    void reportsAFaultInWordsAfterTheWriteWasTaken() {
        servos.faults = StatusBits.OVERLOAD;
        MotorFaultException e =
                catchThrowableOfType(MotorFaultException.class, () -> bus.write(3, Sts3215.TORQUE_ENABLE, 1));

        assertThat(e).hasMessageContainingAll("motor 3 (elbow_flex)", "overloaded", "Free the joint");
        assertThat(e.id()).isEqualTo(3);
        assertThat(e.bits()).isEqualTo(StatusBits.OVERLOAD);
        assertThat(servos.get(3, Sts3215.TORQUE_ENABLE)).isEqualTo(1);
    }

    @Test
    void goesOnReadingServosThatReportAFault() throws DeviceException {
        servos.faults = StatusBits.TEMPERATURE;
        bus.syncRead(Sts3215.PRESENT_POSITION, IDS, new int[3]);

        assertThat(bus.faults(2)).isEqualTo(StatusBits.TEMPERATURE);
        assertThat(bus.counters().faults()).isEqualTo(3);
    }

    @Test
    void putsItsNameBeforeThePortsTrouble() {
        servos.failure = new DeviceException("/dev/ttyACM0 is gone");
        assertThatThrownBy(() -> bus.syncWrite(Sts3215.GOAL_POSITION, IDS, IDS))
                .hasMessage("so101 \"left\": /dev/ttyACM0 is gone");
    }

    @Test
    void triesAsOftenAndAsLongAsItIsTold() {
        servos.unplug(1);
        var once = new FeetechBus(
                servos, servos.clock, settings.withRetries(0).withLatency(Duration.ofMillis(2)), "so101");
        assertThatThrownBy(() -> once.read(1, Sts3215.ID)).hasMessageContaining("1 try of 2");
        assertThat(servos.sent).hasSize(1);
    }

    @Test
    void changesTheSpeedOfThePort() throws DeviceException {
        bus.baudRate(500_000);
        assertThat(servos.baudRate).isEqualTo(500_000);
    }

    @Test
    void refusesIdsThatNoServoCanHave() {
        assertThatThrownBy(() -> bus.read(254, Sts3215.ID)).hasMessageContaining("254");
        assertThatThrownBy(() -> bus.syncRead(Sts3215.ID, new int[0], new int[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeetechBus.syncWritePacket(Sts3215.GOAL_POSITION, new int[100], new int[100]))
                .hasMessageContaining("100 servos");
    }

    /** Spoils the next answers, one rule each; the last one stays. */
    private void answers(FakeServos.Spoil... rules) {
        Deque<FakeServos.Spoil> left = new ArrayDeque<>(List.of(rules));
        servos.spoil = packet -> (left.size() > 1 ? left.poll() : left.element()).apply(packet);
    }

    private static byte[] joined(byte[]... packets) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (byte[] packet : packets) {
            bytes.writeBytes(packet);
        }
        return bytes.toByteArray();
    }

    /** A wire that holds up what comes back, in order. */
    private static final class Late implements dev.tendon.serial.SerialChannel {
        private final FakeServos servos;
        private final Deque<byte[]> packets = new ArrayDeque<>();
        private final Deque<Long> dueNs = new ArrayDeque<>();
        private final Deque<Long> delaysNs = new ArrayDeque<>();
        private long lastNs;

        Late(FakeServos servos) {
            this.servos = servos;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws DeviceException {
            servos.spoil = packet -> {
                lastNs = Math.max(
                        lastNs + 100_000, servos.clock.nanoTime() + (delaysNs.isEmpty() ? 0 : delaysNs.remove()));
                packets.add(packet);
                dueNs.add(lastNs);
                return new byte[0];
            };
            servos.write(bytes, offset, length);
        }

        @Override
        public int read(byte[] into, int offset, int length, long deadlineNs) {
            if (dueNs.isEmpty() || dueNs.element() > Math.max(deadlineNs, servos.clock.nanoTime())) {
                servos.clock.advance(Math.max(0, deadlineNs - servos.clock.nanoTime()));
                return 0;
            }
            servos.clock.advance(Math.max(0, dueNs.remove() - servos.clock.nanoTime()));
            byte[] packet = packets.remove();
            System.arraycopy(packet, 0, into, offset, packet.length);
            return packet.length;
        }

        @Override
        public void discardInput() {}

        @Override
        public void baudRate(int baudRate) {}

        @Override
        public void close() {}
    }

    /** A wire that always has a byte, one a hundred microseconds. */
    private record Babble(FakeServos servos, int[] reads) implements dev.tendon.serial.SerialChannel {
        @Override
        public void write(byte[] bytes, int offset, int length) throws DeviceException {
            servos.write(bytes, offset, length);
        }

        @Override
        public int read(byte[] into, int offset, int length, long deadlineNs) {
            reads[0]++;
            servos.clock.advance(100_000);
            into[offset] = (byte) 0xFF;
            return 1;
        }

        @Override
        public void discardInput() {}

        @Override
        public void baudRate(int baudRate) {}

        @Override
        public void close() {}
    }
}
