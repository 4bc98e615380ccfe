/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.device.LiveView;
import dev.tendon.api.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one device is given: remembers its leases, so that they can be moved or taken away. Thread: any. */
final class HostContext implements DeviceContext {
    private static final Logger LOG = LoggerFactory.getLogger(HostContext.class);

    private final String label;
    private final Clock clock;
    private final Dialog dialog;
    private final AtomicInteger asking = new AtomicInteger();
    private final Object lock = new Object();
    private final List<Lease> leases = new ArrayList<>();
    private boolean revoked;

    HostContext(String label, Clock clock, Dialog dialog) {
        this.label = label;
        this.clock = clock;
        this.dialog = new AskedDialog(dialog);
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
        return dialog;
    }

    @Override
    public void granted(Lease lease) {
        boolean late;
        synchronized (lock) {
            late = revoked;
            if (!late && !leases.contains(lease)) {
                leases.add(lease);
            }
        }
        if (late) {
            revoke(lease); // a driver that was given up came back and went on
        }
    }

    @Override
    public void ended(Lease lease) {
        synchronized (lock) {
            leases.remove(lease);
        }
    }

    /** What the device holds now. */
    List<Lease> leases() {
        synchronized (lock) {
            return List.copyOf(leases);
        }
    }

    /** Takes everything away from the device, now and from now on, by the rules that it left. Never throws. */
    void revokeAll() {
        List<Lease> all;
        synchronized (lock) {
            revoked = true;
            all = List.copyOf(leases);
            leases.clear();
        }
        all.forEach(this::revoke);
    }

    private void revoke(Lease lease) {
        try {
            lease.revoke();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: {} could not be taken back", label, lease.resource(), e);
        }
    }

    /** Whether the device waits for the user's answer. */
    boolean asking() {
        return asking.get() > 0;
    }

    private final class AskedDialog implements Dialog {
        private final Dialog user;

        AskedDialog(Dialog user) {
            this.user = user;
        }

        @Override
        public boolean interactive() {
            return user.interactive();
        }

        @Override
        public void say(String line) {
            user.say(line);
        }

        @Override
        public String ask(String question, String insteadOption) {
            asking.incrementAndGet();
            try {
                return user.ask(question, insteadOption);
            } finally {
                asking.decrementAndGet();
            }
        }

        @Override
        public void watch(String prompt, LiveView view, String insteadOption) throws DeviceException {
            asking.incrementAndGet();
            try {
                user.watch(prompt, view, insteadOption);
            } finally {
                asking.decrementAndGet();
            }
        }
    }
}
