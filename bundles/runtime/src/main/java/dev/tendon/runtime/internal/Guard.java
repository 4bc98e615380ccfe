/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls plugins outside of ticks, on a thread that can be given up: a call that does not return loses what it leased and its
 * thread, not ours. Thread: any.
 */
final class Guard {
    private static final long SLICE_NS = 20_000_000;

    private final String device;
    private final HostContext context;
    private final Clock real = new SystemClock();

    /** Calls to one device. */
    Guard(HostContext context) {
        this.device = context.label();
        this.context = context;
    }

    /** Something to call that gives nothing back. */
    @FunctionalInterface
    interface Body {
        void run() throws DeviceException;
    }

    /** Did not return; how much of it is left is unknown. */
    static final class HungException extends DeviceException {
        private static final long serialVersionUID = 1;

        HungException(String message) {
            super(message);
        }
    }

    /**
     * Calls {@code body} and waits for it.
     *
     * @param verb what the device does, in messages: {@code connect}
     * @throws HungException where it did not return within {@code limit}, questions to the user not counted
     * @throws InterruptedException when the caller is interrupted; the call was then ended too
     */
    void call(String verb, Duration limit, Body body) throws DeviceException, InterruptedException {
        call(verb, limit, limit, body);
    }

    /**
     * As the other, with another limit once it is to end.
     *
     * @param grace how long it may go on when the caller was interrupted or its time is over, before its device is taken away
     */
    void call(String verb, Duration limit, Duration grace, Body body) throws DeviceException, InterruptedException {
        FutureTask<Boolean> task = new FutureTask<>(callable(body));
        Thread thread = Threads.start("tendon-" + verb + "-" + device, task);
        try {
            if (!await(task, limit)) {
                end(task, thread, grace);
                throw new HungException(
                        device + " did not return from " + verb + " within " + limit.toMillis()
                                + " ms; what it held was taken away and left safe. Check the device and its cable, then start again.");
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            endInterrupted(task, grace);
            throw e;
        }
    }

    /** As {@link #call}, but an interrupt waits until it is over. */
    void callUninterruptibly(String verb, Duration limit, Body body) throws DeviceException {
        FutureTask<Boolean> task = new FutureTask<>(callable(body));
        Thread thread = Threads.start("tendon-" + verb + "-" + device, task);
        if (!awaitUninterruptibly(task, limit)) {
            end(task, thread, limit);
            throw new HungException(device + " did not return from " + verb + " within " + limit.toMillis()
                    + " ms; what it held was taken away and left safe.");
        }
    }

    private static Callable<Boolean> callable(Body body) {
        return () -> {
            body.run();
            return true;
        };
    }

    private void endInterrupted(FutureTask<Boolean> task, Duration limit) {
        try {
            if (!awaitUninterruptibly(task, limit)) {
                context.revokeAll();
            }
        } catch (DeviceException | RuntimeException | Error e) {
            // The call ended because it was interrupted, which is what the caller is told.
        }
    }

    private void end(FutureTask<Boolean> task, Thread thread, Duration limit) {
        context.revokeAll();
        thread.interrupt();
        try {
            awaitUninterruptibly(task, limit);
        } catch (DeviceException | RuntimeException | Error e) {
            // The call ended because its device was taken away: the hang is what is reported.
        }
    }

    private boolean awaitUninterruptibly(FutureTask<Boolean> task, Duration limit) throws DeviceException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return await(task, limit);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean await(FutureTask<Boolean> task, Duration limit) throws DeviceException, InterruptedException {
        long spentNs = 0;
        long limitNs = limit.toNanos();
        while (true) {
            long before = real.nanoTime();
            try {
                return task.get(Math.min(SLICE_NS, Math.max(1, limitNs - spentNs)), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (!context.asking()) {
                    spentNs += real.nanoTime() - before;
                }
                if (spentNs >= limitNs) {
                    return false;
                }
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    private static DeviceException rethrown(Throwable cause) throws DeviceException {
        if (cause instanceof DeviceException e) {
            throw e;
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(cause);
    }
}
