/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.playback;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;

/** A host that has a clock and nothing else. */
record TestContext(Clock clock) implements DeviceContext, Dialog {
    @Override
    public String label() {
        return "playback \"test\"";
    }

    @Override
    public Dialog dialog() {
        return this;
    }

    @Override
    public void granted(Lease lease) {
        throw new AssertionError("A playback leases nothing");
    }

    @Override
    public void ended(Lease lease) {
        throw new AssertionError("A playback leases nothing");
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public void say(String line) {
        throw new AssertionError(line);
    }

    @Override
    public String ask(String question, String insteadOption) {
        throw new ConfigException(question);
    }
}
