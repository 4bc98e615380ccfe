/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Lease;
import dev.tendon.api.time.Clock;
import dev.tendon.serial.SerialChannel;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The servos on one serial port. Thread: one owner, from its construction to its end (another may take over between two calls).
 * {@link #syncRead} and {@link #syncWrite} allocate nothing unless they fail, so that they fit into a tick.
 *
 * <p>Values are decoded and encoded as {@link Register} says. Each call that expects answers has its own deadline: what the bytes
 * take at the baud rate, the longest pause that the servos may be set to, and {@link BusSettings#latency}. What is torn, corrupt,
 * foreign or late is dropped (an answer does not say to what question it is: after a missed one another register is asked only when
 * nothing of the former can come any more); then the question is asked again, {@link BusSettings#retries} times, in a sync-read only of those that
 * did not answer; there the first try waits only for twice as long as answers take lately.
 *
 * <p>Fails with {@link NoAnswerException}, with {@link MotorFaultException} where it says so, and with any {@link DeviceException}
 * of the port, the device's name put before it. The construction does no I/O, so a driver may adopt an open port with it.
 */
public final class FeetechBus {
    private static final int ANSWER_TO_PING = 0;

    /** Questions by number, for {@link Link#ask}: a read is its register's address. */
    private static final int PING = 1 << 8;

    private static final int PING_TO_ALL = PING + 1;
    private static final int WRITTEN = 1 << 9;

    /** Time for each possible id in a broadcast ping, as Feetech's SDK has it (LeRobot 0.6.2-dev, feetech.py, _broadcast_ping). */
    private static final long PING_SLOT_NS = 3_000_000;

    private final BusSettings settings;
    private final Messages messages;
    private final Link link;
    private final Inbox inbox = new Inbox();
    private final AnswerTimes times = new AnswerTimes();
    private final Clock clock;
    private final long latencyNs;
    private long retries;

    /**
     * Runs the protocol on an open port.
     *
     * @param channel open at {@link BusSettings#baudRate}; a lease gives its name to messages
     * @param clock the session's; the channel waits on the same one
     * @param label the device in messages: {@code so101_follower "left"}
     */
    public FeetechBus(SerialChannel channel, Clock clock, BusSettings settings, String label) {
        this.settings = settings;
        this.clock = clock;
        this.messages = new Messages(label, channel instanceof Lease lease ? lease.resource() : "", settings);
        this.latencyNs = settings.latency().toNanos();
        this.link = new Link(channel, clock, settings.baudRate(), label, latencyNs);
    }

    /**
     * Looks whether a servo is there.
     *
     * @return its model number: {@link Sts3215#MODEL}
     * @throws MotorFaultException where it is there and reports a fault
     */
    public int ping(int id) throws DeviceException {
        inbox.ask(servo(id));
        for (int tries = 0; !inbox.full(); tries++) {
            checkTries(tries, "ping", 0, ANSWER_TO_PING);
            link.ask(PING, id, Instruction.PING, 0);
            link.receive(inbox, ANSWER_TO_PING, budgetNs(0, ANSWER_TO_PING));
        }
        return read(id, Sts3215.MODEL_NUMBER);
    }

    /**
     * Looks who is there, in one question to all; takes about a second.
     *
     * @return the model numbers by id; empty where nobody answers
     */
    public SortedMap<Integer, Integer> broadcastPing() throws DeviceException {
        inbox.ask(IntStream.rangeClosed(0, Packets.MAX_ID).toArray());
        link.ask(PING_TO_ALL, Packets.BROADCAST, Instruction.PING, 0);
        long slots = (Packets.MAX_ID + 1) * PING_SLOT_NS;
        link.receiveSome(inbox, ANSWER_TO_PING, slots + budgetNs(0, ANSWER_TO_PING));
        SortedMap<Integer, Integer> models = new TreeMap<>();
        int[] model = new int[1];
        for (int id : inbox.ids(true)) {
            syncRead(Sts3215.MODEL_NUMBER, new int[] {id}, model);
            models.put(id, model[0]);
        }
        return Collections.unmodifiableSortedMap(models);
    }

    /**
     * Reads a register of one servo.
     *
     * @throws MotorFaultException where the servo reports a fault; {@link #syncRead} of one servo reads all the same
     */
    public int read(int id, Register register) throws DeviceException {
        inbox.ask(servo(id));
        for (int tries = 0; !inbox.full(); tries++) {
            checkTries(tries, "read " + register.name(), 2, register.size());
            link.packet[Packets.PARAMETERS] = (byte) register.address();
            link.packet[Packets.PARAMETERS + 1] = (byte) register.size();
            link.ask(register.address(), id, Instruction.READ, 2);
            link.receive(inbox, register.size(), budgetNs(2, register.size()));
        }
        checkFault(id);
        return register.decode(inbox.raw(0));
    }

    /**
     * Writes a register of one servo, or of all with {@link Packets#BROADCAST}; then nobody answers. A register of the EEPROM keeps
     * the value only where {@link Sts3215#LOCK} is 0.
     *
     * @throws MotorFaultException where the servo reports a fault; it has taken the value
     * @throws IllegalArgumentException where the register has no room for the value, or is not to be written
     */
    public void write(int id, Register register, int value) throws DeviceException {
        write(id, register, value, Instruction.WRITE);
    }

    /** As {@link #write}, but the servo waits for {@link #action}. */
    public void regWrite(int id, Register register, int value) throws DeviceException {
        write(id, register, value, Instruction.REG_WRITE);
    }

    /** Lets all servos carry out at once what {@link #regWrite} gave them. Nobody answers. */
    public void action() throws DeviceException {
        link.send(Packets.BROADCAST, Instruction.ACTION, 0);
    }

    /**
     * Reads a register of several servos in one question.
     *
     * @param ids whom; each once
     * @param into their values, in the same order; untouched where this fails
     * @throws NoAnswerException where some did not answer; it names them, and those that did. A servo's fault is no failure here,
     *     see {@link #faults}
     */
    public void syncRead(Register register, int[] ids, int[] into) throws DeviceException {
        if (ids.length != into.length || ids.length == 0 || ids.length > Packets.MAX_PARAMETERS - 2) {
            throw new IllegalArgumentException(ids.length + " ids, room for " + into.length + " values");
        }
        inbox.ask(ids);
        link.markCorrupt();
        for (int tries = 0; !inbox.full(); tries++) {
            checkTries(tries, register);
            int parameters = Packets.PARAMETERS;
            link.packet[parameters++] = (byte) register.address();
            link.packet[parameters++] = (byte) register.size();
            for (int i = 0; i < ids.length; i++) {
                if (!inbox.has(i)) {
                    link.packet[parameters++] = (byte) servo(ids[i]);
                }
            }
            int count = parameters - Packets.PARAMETERS;
            link.ask(register.address(), Packets.BROADCAST, Instruction.SYNC_READ, count);
            receiveInTick(register.size(), budgetNs(count, register.size()), tries == 0 && settings.retries() > 0);
        }
        for (int i = 0; i < ids.length; i++) {
            into[i] = register.decode(inbox.raw(i));
        }
    }

    /**
     * Writes a register of several servos in one packet. Nobody answers, so this does not tell whether they took it.
     *
     * @throws IllegalArgumentException where the register has no room for a value; then nothing was sent
     */
    public void syncWrite(Register register, int[] ids, int[] values) throws DeviceException {
        int count = putSyncWrite(link.packet, register, ids, values);
        link.send(Packets.BROADCAST, Instruction.SYNC_WRITE, count);
    }

    /** The packet of a {@link #syncWrite}, as for {@link dev.tendon.serial.SerialLease#safeEnd}. */
    public static byte[] syncWritePacket(Register register, int[] ids, int[] values) {
        byte[] packet = new byte[Packets.OVERHEAD + syncWriteParameters(register, ids)];
        int count = putSyncWrite(packet, register, ids, values);
        Packets.finish(packet, Packets.BROADCAST, Instruction.SYNC_WRITE, count);
        return packet;
    }

    /** Changes the speed of the port, not that of the servos. */
    public void baudRate(int baudRate) throws DeviceException {
        link.baudRate(baudRate);
    }

    /** The faults in a servo's last answer, as bits of {@link StatusBits}; 0 for none, or where it never answered. */
    public int faults(int id) {
        return link.faults(servo(id));
    }

    /**
     * The faults in the last answers of {@code ids} as one number: it changes when they do, and is 0 where there are none. Exact
     * for up to eight servos. Allocates nothing.
     */
    public long faultMark(int[] ids) {
        long mark = 0;
        for (int id : ids) {
            mark = Long.rotateLeft(mark, Byte.SIZE) ^ link.faults(id);
        }
        return mark;
    }

    /** The faults in the last answers of {@code ids} in words, by servo, with what to do; empty where there are none. */
    public String faultText(int[] ids) {
        return messages.faults(ids, link);
    }

    /** What happened so far. */
    public BusCounters counters() {
        return link.counters(retries);
    }

    /** {@link BusCounters#retries}, without allocation. */
    public long retries() {
        return retries;
    }

    /** {@link BusCounters#timeouts}, without allocation. */
    public long timeouts() {
        return link.timeouts;
    }

    /** {@link BusCounters#corrupt}, without allocation. */
    public long corrupt() {
        return link.corrupt();
    }

    private void write(int id, Register register, int value, int instruction) throws DeviceException {
        checkWritable(register);
        int raw = register.encode(value);
        int parameters = 1 + register.size();
        if (id == Packets.BROADCAST) {
            putWrite(register, raw);
            link.send(id, instruction, parameters);
            return;
        }
        inbox.ask(servo(id));
        for (int tries = 0; !inbox.full(); tries++) {
            checkTries(tries, Instruction.name(instruction) + " " + register.name(), parameters, 0);
            putWrite(register, raw);
            link.ask(WRITTEN + register.address(), id, instruction, parameters);
            link.receive(inbox, 0, budgetNs(parameters, 0));
        }
        checkFault(id);
    }

    private void putWrite(Register register, int raw) {
        link.packet[Packets.PARAMETERS] = (byte) register.address();
        Packets.putRaw(link.packet, Packets.PARAMETERS + 1, register.size(), raw);
    }

    private static int putSyncWrite(byte[] packet, Register register, int[] ids, int[] values) {
        checkWritable(register);
        if (ids.length != values.length || ids.length == 0) {
            throw new IllegalArgumentException(ids.length + " ids, " + values.length + " values");
        }
        int count = syncWriteParameters(register, ids);
        int at = Packets.PARAMETERS;
        packet[at++] = (byte) register.address();
        packet[at++] = (byte) register.size();
        for (int i = 0; i < ids.length; i++) {
            packet[at++] = (byte) servo(ids[i]);
            at = Packets.putRaw(packet, at, register.size(), register.encode(values[i]));
        }
        return count;
    }

    private static int syncWriteParameters(Register register, int[] ids) {
        int count = 2 + ids.length * (1 + register.size());
        if (count > Packets.MAX_PARAMETERS) {
            throw new IllegalArgumentException(ids.length + " servos do not fit into one packet");
        }
        return count;
    }

    /** The first try waits only for as long as answers take lately; those after it, as long as an answer may take at all. */
    private void receiveInTick(int parameters, long fullNs, boolean first) throws DeviceException {
        int asked = inbox.open();
        long limitNs = first ? times.limitNs(asked, fullNs) : fullNs;
        long begunNs = clock.nanoTime();
        link.receive(inbox, parameters, limitNs);
        if (inbox.full()) {
            times.answered(asked, clock.nanoTime() - begunNs);
        } else {
            times.missed(asked);
        }
    }

    private long budgetNs(int sentParameters, int parameters) {
        return link.budgetNs(sentParameters, inbox.open(), parameters, latencyNs);
    }

    /** Whether there may be another try; a method of its own for the tick, so that no text is made before it has failed. */
    private void checkTries(int tries, Register register) throws DeviceException {
        if (tries > 0 && tries <= settings.retries()) {
            retries++;
        } else if (tries > 0) {
            checkTries(tries, "sync-read " + register.name(), 2 + inbox.open(), register.size());
        }
    }

    private void checkTries(int tries, String question, int sentParameters, int parameters) throws DeviceException {
        if (tries == 0) {
            link.markCorrupt();
            return;
        }
        if (tries > settings.retries()) {
            long budget = budgetNs(sentParameters, parameters);
            throw messages.noAnswer(question, inbox, tries, budget, link.corruptSinceMark());
        }
        retries++;
    }

    private void checkFault(int id) throws DeviceException {
        if (link.faults(id) != 0) {
            throw messages.fault(id, link.faults(id));
        }
    }

    private static void checkWritable(Register register) {
        if (!register.writable()) {
            throw new IllegalArgumentException(register.name() + " can only be read");
        }
    }

    private static int servo(int id) {
        if (id < 0 || id > Packets.MAX_ID) {
            throw new IllegalArgumentException("A servo's id is 0.." + Packets.MAX_ID + ", not " + id);
        }
        return id;
    }
}
