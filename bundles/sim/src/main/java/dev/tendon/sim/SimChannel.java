/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.DeviceLostException;
import dev.tendon.api.time.Clock;
import dev.tendon.serial.SerialChannel;

/** A host's end of the wire to a simulated arm, until the plug is pulled. Thread: any. Allocates nothing on the tick. */
final class SimChannel implements SerialChannel {
    private final String port;
    private final Clock clock;
    private final RunningArm arm;
    private final int connection;
    private final Runnable onClosed;
    private volatile boolean closed;

    /** @param onClosed called once */
    SimChannel(String port, RunningArm arm, Runnable onClosed) {
        this.port = port;
        this.arm = arm;
        this.onClosed = onClosed;
        clock = arm.clock();
        connection = arm.connection();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws DeviceException {
        checkOpen();
        arm.write(bytes, offset, length);
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadlineNs) throws DeviceException {
        while (true) {
            checkOpen();
            int count = arm.take(into, offset, length);
            if (count > 0 || clock.nanoTime() - deadlineNs >= 0) {
                return count;
            }
            // Nobody but the caller makes the servos answer, so what is not under way now will not come: only time
            // passes.
            waitUntil(arm.nextByteNs(deadlineNs));
        }
    }

    private void waitUntil(long timeNs) {
        boolean interrupted = false;
        while (clock.nanoTime() - timeNs < 0) {
            try {
                clock.sleepUntil(timeNs);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void discardInput() throws DeviceException {
        checkOpen();
        arm.discard();
    }

    @Override
    public void baudRate(int baudRate) throws DeviceException {
        checkOpen();
        arm.baudRate(baudRate);
    }

    private void checkOpen() throws DeviceException {
        if (closed) {
            throw new DeviceException("Port " + port + " is closed");
        }
        if (arm.connection() != connection) {
            throw new DeviceLostException(
                    "Port " + port + " is gone: its USB plug was pulled. Put it back, and connect again.");
        }
    }

    @Override
    public void close() {
        boolean first;
        synchronized (this) {
            first = !closed;
            closed = true;
        }
        if (first) {
            onClosed.run();
        }
    }
}
