/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.desk.motors;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.time.Clock;

/**
 * Who holds the port in messages: the verb. Its leases need not be remembered, since it closes them itself.
 *
 * @param label the verb: {@code motors scan}
 */
record DeskContext(String label, Clock clock, Dialog dialog) implements DeviceContext {
    @Override
    public void granted(Lease lease) {
        // closed by the verb
    }

    @Override
    public void ended(Lease lease) {
        // the next call on it says so
    }
}
