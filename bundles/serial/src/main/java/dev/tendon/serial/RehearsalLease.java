/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial;

import dev.tendon.api.device.DeviceContext;

/** A port that leads nowhere: a driver goes through a hand-over on it before it counts, see {@code Adoptable.prepare}. Thread: any. */
public final class RehearsalLease implements SerialLease {
    @Override
    public String resource() {
        return "rehearsal";
    }

    @Override
    public boolean valid() {
        return true;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        // Nobody listens.
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadlineNs) {
        return 0;
    }

    @Override
    public void discardInput() {
        // There is none.
    }

    @Override
    public void baudRate(int baudRate) {
        // Any will do.
    }

    @Override
    public void safeEnd(byte[] bytes) {
        // Nothing to make safe.
    }

    @Override
    public SerialLease transferTo(DeviceContext holder) {
        return this;
    }

    @Override
    public void revoke() {
        // Nothing to make safe.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
