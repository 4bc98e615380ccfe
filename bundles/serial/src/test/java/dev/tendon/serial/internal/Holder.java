/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.serial.internal;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A device's context that keeps what it was told. */
final class Holder implements DeviceContext {
    final List<Lease> granted = new CopyOnWriteArrayList<>();
    final List<Lease> ended = new CopyOnWriteArrayList<>();
    private final String label;
    private final Clock clock = new SystemClock();

    Holder(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Dialog dialog() {
        throw new AssertionError("a port asks nobody");
    }

    @Override
    public void granted(Lease lease) {
        granted.add(lease);
    }

    @Override
    public void ended(Lease lease) {
        ended.add(lease);
    }
}
