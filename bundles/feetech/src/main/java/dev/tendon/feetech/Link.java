/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.DeviceLostException;
import dev.tendon.api.time.Clock;
import dev.tendon.serial.SerialChannel;

/**
 * One question at a time on the half-duplex wire: sends, then sorts what comes back into answers, strangers and noise until the
 * answers are complete or the deadline passes. Allocates nothing after its construction, failures aside. Thread: the bus's.
 */
final class Link {
    /** {@code Return_Delay_Time} at its largest: 254 units of 2 µs. */
    static final long REPLY_DELAY_NS = 254 * 2_000;

    /** How long the wire must be silent before it counts as settled. */
    private static final long SILENCE_NS = 1_000_000;

    /** Start bit, eight data bits, stop bit. */
    private static final long BITS_PER_BYTE = 10;

    /** A port that babbles cannot hold the bus for more than so many reads. */
    private static final int MAX_SETTLE_READS = 32;

    /** As above, for answers that come byte by byte. */
    private static final int MAX_DRAIN_READS = 4096;

    private final SerialChannel channel;
    private final Clock clock;
    private final String label;
    private final long latencyNs;
    private final byte[] received = new byte[2 * Packets.MAX_LENGTH];
    private final PacketDecoder decoder = new PacketDecoder(0);
    private final int[] faults = new int[Packets.MAX_ID + 1];
    private long byteNs;
    private long corruptMark;
    private boolean unsettled;
    private int question;
    private boolean owed;
    private long owedUntilNs;

    long requests;
    long answers;
    long timeouts;
    long foreign;
    long duplicates;
    long late;
    long faulty;

    /** The bytes of the next packet: parameters from {@link Packets#PARAMETERS} on, then {@link #send}. */
    final byte[] packet = new byte[Packets.MAX_LENGTH];

    /** @param latencyNs how late an answer may be, beside what its bytes take */
    Link(SerialChannel channel, Clock clock, int baudRate, String label, long latencyNs) {
        this.channel = channel;
        this.clock = clock;
        this.label = label;
        this.latencyNs = latencyNs;
        timeFor(baudRate);
    }

    /**
     * Sends a question. An answer does not say to what: where one to another question may still come, that is waited for first, and
     * thrown away. An earlier answer to the same question is as good, save that it is older.
     *
     * @param what which question: the same number for the same register
     */
    void ask(int what, int id, int instruction, int parameters) throws DeviceException {
        if (owed && what != question) {
            drain();
        }
        owed = owed && clock.nanoTime() - owedUntilNs < 0;
        question = what;
        send(id, instruction, parameters);
    }

    /** Throws away everything that comes until nothing more is owed. */
    private void drain() throws DeviceException {
        try {
            for (int i = 0; i < MAX_DRAIN_READS && clock.nanoTime() - owedUntilNs < 0; i++) {
                late += channel.read(received, 0, received.length, owedUntilNs);
            }
        } catch (DeviceException e) {
            throw named(e);
        }
    }

    /** Sends the packet that has been prepared; silence first, where an answer may still be under way. */
    void send(int id, int instruction, int parameters) throws DeviceException {
        int length = Packets.finish(packet, id, instruction, parameters);
        try {
            settle();
            requests++;
            channel.write(packet, 0, length);
        } catch (DeviceException e) {
            unsettled = true;
            throw named(e);
        }
    }

    /** How long a try may take: the bytes of both directions on the wire, the servos' pauses, and what adapter and computer need. */
    long budgetNs(int sentParameters, int servos, int parameters, long latencyNs) {
        long bytes = Packets.OVERHEAD + sentParameters + servos * (long) (Packets.OVERHEAD + parameters);
        return bytes * byteNs + servos * REPLY_DELAY_NS + latencyNs;
    }

    /**
     * Receives answers into {@code inbox} until it is full or the time is up; the latter counts as a failure.
     *
     * @param parameters how many each answer must have
     */
    void receive(Inbox inbox, int parameters, long budgetNs) throws DeviceException {
        receiveSome(inbox, parameters, budgetNs);
        if (!inbox.full()) {
            timeouts++;
            unsettled = true;
            owed = true;
        }
        if (owed) { // also where this try was answered: perhaps by the answer to the one before
            owedUntilNs = clock.nanoTime() + latencyNs;
        }
    }

    /** As {@link #receive}, where nobody knows how many answers there will be. */
    void receiveSome(Inbox inbox, int parameters, long budgetNs) throws DeviceException {
        decoder.limit(parameters);
        long deadline = clock.nanoTime() + budgetNs;
        try {
            while (!inbox.full()) {
                int count = channel.read(received, 0, received.length, deadline);
                for (int at = 0; at < count; ) {
                    at += decoder.feed(received, at, count - at);
                    sort(inbox, parameters);
                }
                if (count == 0 || (!inbox.full() && clock.nanoTime() - deadline >= 0)) {
                    break;
                }
            }
        } catch (DeviceException e) {
            unsettled = true;
            throw named(e);
        }
        while (!inbox.full() && decoder.abandon()) {
            sort(inbox, parameters);
        }
    }

    /** What the servo said of itself in its last answer, as bits of {@link StatusBits}. */
    int faults(int id) {
        return faults[id];
    }

    void baudRate(int baudRate) throws DeviceException {
        try {
            channel.baudRate(baudRate);
        } catch (DeviceException e) {
            throw named(e);
        }
        timeFor(baudRate);
        unsettled = true;
    }

    BusCounters counters(long retries) {
        return new BusCounters(
                requests,
                answers,
                retries,
                timeouts,
                decoder.corrupt(),
                decoder.noise(),
                foreign,
                duplicates,
                late,
                faulty);
    }

    long corrupt() {
        return decoder.corrupt();
    }

    /** Counts broken packets from here on. */
    void markCorrupt() {
        corruptMark = decoder.corrupt();
    }

    long corruptSinceMark() {
        return decoder.corrupt() - corruptMark;
    }

    private void sort(Inbox inbox, int parameters) {
        while (decoder.next()) {
            int id = decoder.id();
            int place = inbox.place(id);
            if (place < 0 || decoder.parameters() != parameters) {
                foreign++;
            } else if (inbox.has(place)) {
                duplicates++;
            } else {
                answers++;
                faults[id] = decoder.code();
                if (decoder.code() != 0) {
                    faulty++;
                }
                inbox.put(place, parameters == 0 ? 0 : decoder.raw(0, parameters));
            }
        }
    }

    /** Throws away what nobody waits for any more; after a failure, waits until nothing more comes. */
    private void settle() throws DeviceException {
        decoder.clear();
        long silence = unsettled ? Math.max(SILENCE_NS, 2 * Packets.OVERHEAD * byteNs) : 0;
        for (int i = 0; i < MAX_SETTLE_READS; i++) {
            int count = channel.read(received, 0, received.length, clock.nanoTime() + silence);
            if (count == 0) {
                break;
            }
            late += count;
        }
        unsettled = false;
    }

    private void timeFor(int baudRate) {
        byteNs = (BITS_PER_BYTE * 1_000_000_000L + baudRate - 1) / baudRate;
    }

    private DeviceException named(DeviceException e) {
        String message = label + ": " + e.getMessage();
        return e instanceof DeviceLostException ? new DeviceLostException(message, e) : new DeviceException(message, e);
    }
}
