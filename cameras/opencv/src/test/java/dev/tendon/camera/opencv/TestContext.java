/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.time.Clock;

/** A host with this clock and nobody to ask. */
record TestContext(Clock clock) implements DeviceContext {
    @Override
    public String label() {
        return "opencv \"front\"";
    }

    @Override
    public Dialog dialog() {
        throw new AssertionError("A camera asks nobody");
    }

    @Override
    public void granted(Lease lease) {
        throw new AssertionError("A camera leases nothing");
    }

    @Override
    public void ended(Lease lease) {
        throw new AssertionError("A camera leases nothing");
    }
}
