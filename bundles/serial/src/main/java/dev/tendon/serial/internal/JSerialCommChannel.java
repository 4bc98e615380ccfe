/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import com.fazecast.jSerialComm.SerialPort;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.DeviceLostException;
import dev.tendon.api.time.Clock;
import dev.tendon.serial.SerialChannel;
import java.util.function.Consumer;

/**
 * An open port of the system. Reads never block in native code: they look, and park for a moment between two looks, so that the
 * deadline is ours and closing never waits for the system.
 */
final class JSerialCommChannel implements SerialChannel {
    /** As short as the system makes a sleep: Linux makes some 60 µs of it, less than a servo's answer takes on the wire. */
    private static final long PARK_NS = 10_000;

    /** A port that takes no byte for so long never will: its cable, or the other end of a pseudo-terminal, is gone. */
    private static final long WRITE_WAIT_NS = 50_000_000;

    private final byte[] waste = new byte[256];
    private final String name;
    private final SerialPort port;
    private final Clock clock;
    private final Consumer<JSerialCommChannel> onClosed;
    private volatile boolean closed;

    JSerialCommChannel(String name, SerialPort port, Clock clock, Consumer<JSerialCommChannel> onClosed) {
        this.name = name;
        this.port = port;
        this.clock = clock;
        this.onClosed = onClosed;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws DeviceException {
        int done = 0;
        long deadline = clock.nanoTime() + WRITE_WAIT_NS;
        while (done < length) {
            int count = port.writeBytes(bytes, length - done, offset + done);
            if (count < 0) {
                throw gone();
            }
            done += count;
            if (done < length) {
                if (clock.nanoTime() - deadline >= 0) {
                    throw new DeviceException(
                            name + " takes no more bytes. Check its cable and power, and connect again.");
                }
                park(deadline);
            }
        }
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadlineNs) throws DeviceException {
        while (true) {
            int count = port.readBytes(into, length, offset);
            if (count > 0) {
                return count;
            }
            if (count < 0) {
                throw gone();
            }
            if (clock.nanoTime() - deadlineNs >= 0) {
                if (port.bytesAvailable() < 0) {
                    throw gone();
                }
                return 0;
            }
            park(deadlineNs);
        }
    }

    /** Reads it away: flushing would also drop what is still being sent. */
    @Override
    public void discardInput() throws DeviceException {
        int count;
        do {
            count = port.readBytes(waste, waste.length, 0);
        } while (count > 0);
        if (count < 0) {
            throw gone();
        }
    }

    @Override
    public void baudRate(int baudRate) throws DeviceException {
        int before = port.getBaudRate();
        if (!port.setBaudRate(baudRate)) {
            port.setBaudRate(before);
            throw new DeviceException(name + " cannot go at " + baudRate + " baud; it stays at " + before + ".");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            port.closePort();
            onClosed.accept(this);
        }
    }

    private void park(long deadlineNs) {
        try {
            long until = clock.nanoTime() + PARK_NS;
            clock.sleepUntil(until - deadlineNs < 0 ? until : deadlineNs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stays pending: the deadline is near anyway
            Thread.onSpinWait();
        }
    }

    private DeviceException gone() {
        return closed
                ? new DeviceException(name + " is closed.")
                : new DeviceLostException(name + " is gone (error " + port.getLastErrorCode()
                        + " of the system). Check its cable and power, and connect again.");
    }
}
