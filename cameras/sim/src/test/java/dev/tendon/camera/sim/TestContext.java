/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.time.Clock;

/** A host with this clock and nobody to ask. */
record TestContext(Clock clock) implements DeviceContext {
    @Override
    public String label() {
        return "sim \"front\"";
    }

    @Override
    public Dialog dialog() {
        throw new AssertionError("A camera asks nobody");
    }

    @Override
    public void granted(Lease lease) {
        throw new AssertionError("A simulated camera leases nothing");
    }

    @Override
    public void ended(Lease lease) {
        throw new AssertionError("A simulated camera leases nothing");
    }
}
