/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.serial.SerialChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** A port in memory: what is written is kept, what is read was put there by the test. */
final class MemoryPort implements SerialChannel {
    final List<byte[]> written = new ArrayList<>();
    final LinkedBlockingQueue<Byte> incoming = new LinkedBlockingQueue<>();
    final CountDownLatch reading = new CountDownLatch(1);
    volatile CountDownLatch stuckWrites = new CountDownLatch(0);
    volatile boolean closed;
    volatile boolean overlap;
    private volatile boolean inRead;
    private final Clock clock;

    MemoryPort(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws DeviceException {
        overlap |= inRead;
        try {
            stuckWrites.await();
        } catch (InterruptedException e) {
            throw new DeviceException("interrupted", e);
        }
        byte[] copy = new byte[length];
        System.arraycopy(bytes, offset, copy, 0, length);
        synchronized (written) {
            written.add(copy);
        }
    }

    List<byte[]> written() {
        synchronized (written) {
            return List.copyOf(written);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadlineNs) {
        inRead = true;
        reading.countDown();
        try {
            while (true) {
                Byte next = incoming.poll();
                if (next != null) {
                    into[offset] = next;
                    return 1;
                }
                if (clock.nanoTime() - deadlineNs >= 0) {
                    return 0;
                }
                Thread.onSpinWait();
            }
        } finally {
            inRead = false;
        }
    }

    @Override
    public void discardInput() {
        incoming.clear();
    }

    @Override
    public void baudRate(int baudRate) throws DeviceException {
        throw new DeviceException("memory has no speed");
    }

    @Override
    public void close() {
        closed = true;
    }
}
