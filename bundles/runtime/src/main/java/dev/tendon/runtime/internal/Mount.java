/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance in use, with the service that made it. Thread: any; the instance's own thread rules hold. */
final class Mount<D extends AutoCloseable> {
    private static final Logger LOG = LoggerFactory.getLogger(Mount.class);

    private final TypeHandle handle;
    private final D device;
    private final HostContext context;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param handle where it came from; released when this is closed
     * @param device the instance
     * @param context what it was given
     */
    Mount(TypeHandle handle, D device, HostContext context) {
        this.handle = handle;
        this.device = device;
        this.context = context;
    }

    TypeHandle handle() {
        return handle;
    }

    D device() {
        return device;
    }

    HostContext context() {
        return context;
    }

    String label() {
        return context.label();
    }

    /**
     * Closes the instance and lets go of its service, whatever happens; once.
     *
     * @throws DeviceException where it hangs
     */
    void close(Duration limit) throws DeviceException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            new Guard(context).callUninterruptibly("close", limit, () -> {
                try {
                    device.close();
                } catch (RuntimeException | Error e) {
                    throw e;
                } catch (Exception e) {
                    throw new DeviceException(label() + " failed to close: " + e.getMessage(), e);
                }
            });
        } finally {
            handle.release();
        }
    }

    /** As {@link #close}; what goes wrong is logged. */
    void closeQuietly(Duration limit) {
        try {
            close(limit);
        } catch (DeviceException | RuntimeException | Error e) {
            LOG.warn("{} did not close well: {}", label(), e.toString());
            LOG.debug("{}", label(), e);
        }
    }
}
