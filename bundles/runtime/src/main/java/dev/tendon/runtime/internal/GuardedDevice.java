/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.runtime.DeskDevice;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One device outside of sessions. Thread: its creator's, except {@link #close}. */
final class GuardedDevice<D extends AutoCloseable> implements DeskDevice<D> {
    /** A person takes as long as a person takes. */
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Mount<D> mount;
    private final Duration grace;
    private final Consumer<GuardedDevice<D>> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A device.
     *
     * @param grace how long it may take to end when interrupted, and to close
     */
    GuardedDevice(Mount<D> mount, Duration grace, Consumer<GuardedDevice<D>> onClose) {
        this.mount = mount;
        this.grace = grace;
        this.onClose = onClose;
    }

    TypeHandle handle() {
        return mount.handle();
    }

    @Override
    public String label() {
        return mount.label();
    }

    @Override
    public D device() {
        return mount.device();
    }

    @Override
    public <T> T use(String verb, Work<T> work) throws DeviceException, InterruptedException {
        if (closed.get()) {
            throw new DeviceException(label() + " is closed: its bundle was stopped");
        }
        AtomicReference<T> result = new AtomicReference<>();
        new Guard(mount.context()).call(verb, FOREVER, grace, () -> result.set(work.run()));
        return result.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            mount.closeQuietly(grace);
            mount.context().revokeAll();
            onClose.accept(this);
        }
    }
}
