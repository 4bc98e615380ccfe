/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;

/** The host of one robot in one episode: a clock, and nobody at the desk. Thread: any. */
final class EnvContext implements DeviceContext, Dialog {
    private final SimulatedClock clock = new SimulatedClock(0);

    @Override
    public String label() {
        return "env \"so101\"";
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Dialog dialog() {
        return this;
    }

    @Override
    public void granted(Lease lease) {
        // nobody takes it away
    }

    @Override
    public void ended(Lease lease) {
        // nobody kept it
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public void say(String line) {
        // nobody hears it
    }

    @Override
    public String ask(String question, String insteadOption) {
        throw new ConfigException("The simulated arm asks, and nobody is there: " + question);
    }
}
