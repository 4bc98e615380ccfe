/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.feetech.BaudRates;
import dev.tendon.feetech.BusCounters;
import dev.tendon.feetech.BusSettings;
import dev.tendon.feetech.FeetechBus;
import dev.tendon.feetech.MotorFaultException;
import dev.tendon.feetech.NoAnswerException;
import dev.tendon.feetech.Packets;
import dev.tendon.feetech.Register;
import dev.tendon.feetech.Sts3215;
import dev.tendon.serial.SerialLease;
import dev.tendon.serial.SerialPorts;
import dev.tendon.serial.SerialRequest;
import dev.tendon.shell.Console;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The servos on a port that a verb has opened for itself. Thread: its creator's. */
final class DeskBus implements AutoCloseable {
    private static final String ADVICE = "tendon motors scan shows which motors answer, at which baud rate.";

    private final SerialLease lease;
    private final FeetechBus bus;
    private final int baudRate;

    private DeskBus(SerialLease lease, Clock clock, int baudRate, String label) {
        this.lease = lease;
        this.baudRate = baudRate;
        BusSettings settings = BusSettings.at(baudRate).withAdvice(ADVICE);
        bus = new FeetechBus(lease, clock, settings, label);
    }

    /**
     * Opens a port.
     *
     * @param label the verb in messages
     */
    static DeskBus open(SerialPorts ports, String port, int baudRate, String label, Clock clock, Console console)
            throws DeviceException {
        DeskContext context = new DeskContext(label, clock, console.dialog());
        return new DeskBus(ports.open(new SerialRequest(port, baudRate, ""), context), clock, baudRate, label);
    }

    /** Refuses what is no id. */
    static void checkIds(Collection<Integer> ids, List<String> problems) {
        for (int id : ids) {
            if (id < 0 || id > Packets.MAX_ID) {
                problems.add("--ids: a motor's id is 0 to " + Packets.MAX_ID + ", not " + id);
            }
        }
    }

    /** Everybody at the speed that the port has. */
    SortedMap<Integer, Integer> scan() throws DeviceException {
        return bus.broadcastPing();
    }

    /** Changes the speed of the port. */
    void speed(int newBaudRate) throws DeviceException {
        bus.baudRate(newBaudRate);
    }

    BusCounters counters() {
        return bus.counters();
    }

    /**
     * Those that were asked for, each of which answers; all that answer, where none was.
     *
     * @throws DeviceException where one does not answer, nobody does, or one has other registers than an STS3215
     */
    List<Integer> motors(List<Integer> wanted) throws DeviceException {
        List<Integer> ids = wanted.isEmpty() ? List.copyOf(scan().keySet()) : distinct(wanted);
        if (ids.isEmpty()) {
            throw new DeviceException("No motor on " + lease.resource() + " answers at " + baudRate
                    + " baud. Check the power supply, the cable to the first motor, and the jumpers of the board (on a "
                    + "Waveshare board both on B, for USB); tendon motors scan tries every baud rate.");
        }
        for (int id : ids) {
            int model = value(id, Sts3215.MODEL_NUMBER);
            if (!Models.likeSts3215(model)) {
                throw new DeviceException("Motor " + id + " on " + lease.resource() + " is a " + Models.text(model)
                        + ": its registers are not where an STS3215 has them, so that nothing is read or written by "
                        + "name. Leave it out with --ids.");
            }
        }
        return ids;
    }

    private static List<Integer> distinct(List<Integer> ids) {
        return ids.stream().distinct().toList();
    }

    /** One value of one motor, whether or not it reports a fault. */
    int value(int id, Register register) throws DeviceException {
        int[] value = new int[1];
        bus.syncRead(register, new int[] {id}, value);
        return value[0];
    }

    /** As {@link #value}, of several motors in one question. */
    void values(Register register, int[] ids, int[] into) throws DeviceException {
        bus.syncRead(register, ids, into);
    }

    /** Of these, those that answer a read of {@code register}; the values of those come first in {@code into}, in their order. */
    int[] answering(Register register, int[] ids, int[] into) throws DeviceException {
        try {
            read(register, ids, into);
            return ids;
        } catch (NoAnswerException e) {
            int[] there = e.answered().stream().mapToInt(Integer::intValue).toArray();
            if (there.length > 0) {
                read(register, there, into);
            }
            return there;
        }
    }

    private void read(Register register, int[] ids, int[] into) throws DeviceException {
        int[] values = new int[ids.length];
        bus.syncRead(register, ids, values);
        System.arraycopy(values, 0, into, 0, values.length);
    }

    /** Whether a motor answers, in words of a fault or not. */
    boolean answers(int id) throws DeviceException {
        try {
            value(id, Sts3215.MODEL_NUMBER);
            return true;
        } catch (NoAnswerException e) {
            return false;
        }
    }

    /** Writes; a fault that the motor reports meanwhile is no failure, since it takes the value all the same. */
    void write(int id, Register register, int value) throws DeviceException {
        try {
            bus.write(id, register, value);
        } catch (MotorFaultException e) {
            // told by what is read afterwards
        }
    }

    /** The faults that a motor reported with its last answer. */
    int faults(int id) {
        return bus.faults(id);
    }

    /** As in messages: the port. */
    String port() {
        return lease.resource();
    }

    int baudRate() {
        return baudRate;
    }

    /**
     * Refuses a speed that the servos do not have.
     *
     * @throws ConfigException which says those that they have
     */
    static void checkBaudRates(Collection<Integer> rates, String option, List<String> problems) {
        List<Integer> known = BaudRates.all();
        for (int rate : rates) {
            if (!known.contains(rate)) {
                problems.add("--" + option + ": these motors do not have " + rate + " baud, but "
                        + known.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
        }
    }

    @Override
    public void close() {
        lease.close();
    }
}
