/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.feetech.InstructionDecoder;
import dev.tendon.serial.SerialChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host's end of the wire to simulated servos. Answers are there at once. Thread: any; a lock covers what the servos do, never
 * a wait. Allocates nothing on the tick; a named arm's EEPROM goes to disk in the call that changes it.
 */
final class SimChannel implements SerialChannel {
    private static final long PAUSE_NS = 2_000_000;

    private final String port;
    private final Clock clock;
    private final ServoBus bus;
    private final InstructionDecoder decoder = new InstructionDecoder();
    private final List<ControlTable> tables;
    private final @Nullable EepromFile file;
    private long lastWriteNs;
    private boolean closed;

    /** @param file keeps the EEPROMs of {@code tables}; null: nobody does */
    SimChannel(String port, Clock clock, ServoBus bus, List<ControlTable> tables, @Nullable EepromFile file) {
        this.port = port;
        this.clock = clock;
        this.bus = bus;
        this.tables = List.copyOf(tables);
        this.file = file;
        lastWriteNs = clock.nanoTime();
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws DeviceException {
        checkOpen();
        giveUpTornPacket();
        for (int at = 0; at < length; ) {
            at += decoder.feed(bytes, offset + at, length - at);
            obeyAll();
        }
        save();
    }

    /** A servo does not wait for the rest of a packet after a pause. */
    private void giveUpTornPacket() {
        long now = clock.nanoTime();
        if (now - lastWriteNs > PAUSE_NS) {
            while (decoder.abandon()) {
                obeyAll();
            }
        }
        lastWriteNs = now;
    }

    private void obeyAll() {
        while (decoder.next()) {
            bus.obey(decoder);
        }
    }

    private void save() throws DeviceException {
        boolean changed = false;
        for (int i = 0; i < tables.size(); i++) {
            changed |= tables.get(i).takeChange();
        }
        if (changed && file != null) {
            file.save(tables);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadlineNs) throws DeviceException {
        int count = take(into, offset, length);
        if (count > 0) {
            return count;
        }
        waitUntil(deadlineNs);
        return take(into, offset, length);
    }

    private synchronized int take(byte[] into, int offset, int length) throws DeviceException {
        checkOpen();
        return bus.answers().take(into, offset, length);
    }

    /** Nobody but the caller makes the servos answer, so what is not there now will not come: only time passes. */
    private void waitUntil(long deadlineNs) {
        boolean interrupted = false;
        while (clock.nanoTime() - deadlineNs < 0) {
            try {
                clock.sleepUntil(deadlineNs);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void discardInput() throws DeviceException {
        checkOpen();
        bus.answers().clear();
    }

    @Override
    public synchronized void baudRate(int baudRate) throws DeviceException {
        checkOpen();
        bus.baudRate(baudRate);
    }

    private void checkOpen() throws DeviceException {
        if (closed) {
            throw new DeviceException("Port " + port + " is closed");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (file != null) {
                file.close();
            }
        }
    }
}
