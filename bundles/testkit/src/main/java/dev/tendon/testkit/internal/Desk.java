/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import java.util.ArrayList;
import java.util.List;

/** What a tried device is given: real time, nobody at the desk, and a list of what it holds. Thread: any. */
final class Desk implements DeviceContext {
    private final Clock clock = new SystemClock();
    private final List<Lease> leases = new ArrayList<>();

    @Override
    public String label() {
        return "verify";
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Dialog dialog() {
        return new Nobody();
    }

    @Override
    public void granted(Lease lease) {
        synchronized (leases) {
            leases.add(lease);
        }
    }

    @Override
    public void ended(Lease lease) {
        synchronized (leases) {
            leases.remove(lease);
        }
    }

    /** What is leased now. */
    List<String> held() {
        synchronized (leases) {
            return leases.stream().filter(Lease::valid).map(Lease::resource).toList();
        }
    }

    private static final class Nobody implements Dialog {
        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public void say(String line) {
            // Nobody to hear it.
        }

        @Override
        public String ask(String question, String insteadOption) {
            throw new ConfigException("Nobody can answer \"" + question + "\""
                    + (insteadOption.isEmpty() ? "" : "; decide by " + insteadOption));
        }
    }
}
