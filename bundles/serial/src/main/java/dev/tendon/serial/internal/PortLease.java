/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.serial.SerialLease;

/** One holder's right to an {@link OpenPort}. */
final class PortLease implements SerialLease {
    /** A read looks this often whether it has lost the port. */
    static final long SLICE_NS = 1_000_000;

    private final OpenPort port;
    private final DeviceContext context;
    private final Clock clock;

    PortLease(OpenPort port, DeviceContext context) {
        this.port = port;
        this.context = context;
        this.clock = context.clock();
    }

    @Override
    public String resource() {
        return port.port();
    }

    @Override
    public boolean valid() {
        return port.isHeldBy(this);
    }

    @Override
    public void safeEnd(byte[] bytes) {
        if (valid()) {
            port.safeEnd(bytes);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws DeviceException {
        port.enter(this);
        try {
            port.channel().write(bytes, offset, length);
        } finally {
            port.leave();
        }
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadlineNs) throws DeviceException {
        port.enter(this);
        try {
            while (true) {
                long now = clock.nanoTime();
                boolean last = deadlineNs - now <= SLICE_NS;
                int count = port.channel().read(into, offset, length, last ? deadlineNs : now + SLICE_NS);
                if (count > 0 || last) {
                    return count;
                }
                if (!valid()) {
                    throw invalid();
                }
            }
        } finally {
            port.leave();
        }
    }

    @Override
    public void discardInput() throws DeviceException {
        port.enter(this);
        try {
            port.channel().discardInput();
        } finally {
            port.leave();
        }
    }

    @Override
    public void baudRate(int baudRate) throws DeviceException {
        port.enter(this);
        try {
            port.channel().baudRate(baudRate);
        } finally {
            port.leave();
        }
    }

    @Override
    public SerialLease transferTo(DeviceContext holder) throws DeviceException {
        return port.transfer(this, holder);
    }

    @Override
    public void revoke() {
        port.revoke(this);
    }

    @Override
    public void close() {
        port.close(this);
    }

    String holderLabel() {
        return context.label();
    }

    void ended() {
        context.ended(this);
    }

    DeviceException invalid() {
        return new DeviceException(port.port() + " is no longer " + context.label()
                + "'s: it was closed, handed over or taken back. Connect again.");
    }
}
