/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device, read by a thread of its own that also opens and closes it. A device that fails has no newest picture any more and is
 * tried again every {@value #RETRY_MS} ms, with one line in the log when that begins and one when it ends. Thread: any.
 */
final class DeviceCamera implements Camera {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceCamera.class);
    private static final long RETRY_MS = 500;
    private static final long NS_PER_MS = 1_000_000;
    /** A device that is gone says so sooner; one that is silent lets us wait. */
    private static final long SHORTEST_WAIT_NS = 500 * NS_PER_MS;

    private static final long LONGEST_END_MS = 1_000;

    private final OpenCvCameraConfig config;
    private final String label;
    private final Clock clock;
    private final Capture.Opener opener;
    private final Pictures pictures;

    private volatile boolean open;
    private @Nullable Thread thread;
    private long sequence;

    DeviceCamera(OpenCvCameraConfig config, DeviceContext context, Capture.Opener opener) {
        this.config = config;
        label = context.label();
        clock = context.clock();
        this.opener = opener;
        pictures = new Pictures(config);
    }

    @Override
    public Feature feature(String name) {
        return Feature.image(name, config.height(), config.width(), 3);
    }

    @Override
    public void connect() throws DeviceException {
        if (clock instanceof SimulatedClock) {
            throw new DeviceException(
                    label + ": a real camera cannot be used on simulated time; take a video file, or" + " type=sim");
        }
        CompletableFuture<Void> ready = new CompletableFuture<>();
        synchronized (this) {
            if (open) {
                return;
            }
            open = true;
            Thread reading = new Thread(() -> live(ready), "tendon-camera-" + label);
            reading.setDaemon(true);
            reading.setUncaughtExceptionHandler(
                    (t, e) -> LOG.error("{} delivers no more pictures: its thread ended", label, e));
            thread = reading;
            reading.start();
        }
        boolean connected = false;
        try {
            // Opening has no deadline of its own; a driver that hangs there is the host's to give up.
            ready.get(Math.round(config.warmupS() * 1000) + config.timeoutMs() + 8_000L, TimeUnit.MILLISECONDS);
            connected = true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeviceException cause) {
                throw cause;
            }
            throw new IllegalStateException(label, e.getCause());
        } catch (TimeoutException e) {
            throw new DeviceException(label + ": " + config.shown() + " delivers no picture", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException(label + ": interrupted while it connected", e);
        } finally {
            if (!connected) {
                close();
            }
        }
    }

    private void live(CompletableFuture<Void> ready) {
        ByteBuffer buffer = pictures.buffer();
        try {
            Capture capture;
            try {
                capture = opener.open(config, label);
            } catch (DeviceException e) {
                ready.completeExceptionally(e);
                return;
            }
            while (open) {
                try (Capture reading = capture) {
                    read(reading, buffer, ready);
                } catch (DeviceException e) {
                    if (!ready.isDone()) {
                        ready.completeExceptionally(e);
                        return;
                    }
                    pictures.clear();
                    LOG.warn("{} lost: {}. It is tried again until it is back", label, e.getMessage());
                }
                if (!open) {
                    return;
                }
                capture = reopen();
            }
            capture.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // close() says so
        } catch (RuntimeException | Error e) {
            ready.completeExceptionally(e);
            pictures.clear();
            throw e;
        }
    }

    private void read(Capture capture, ByteBuffer buffer, CompletableFuture<Void> ready) throws DeviceException {
        long opened = clock.nanoTime();
        long last = opened;
        while (open) {
            long before = clock.nanoTime();
            boolean delivered = capture.read(buffer);
            long now = clock.nanoTime();
            if (open && delivered && now - opened >= config.warmupS() * 1e9) {
                pictures.publish(buffer, now, sequence++);
                ready.complete(null);
            }
            if (now - last > config.timeoutMs() * NS_PER_MS) {
                throw new DeviceException(
                        config.shown() + " delivered nothing for " + (now - last) / NS_PER_MS + " ms");
            }
            if (delivered) {
                last = now;
            } else if (now - before < SHORTEST_WAIT_NS) {
                throw new DeviceException(config.shown() + " delivered no picture");
            }
        }
    }

    private Capture reopen() throws InterruptedException {
        long since = clock.nanoTime();
        while (true) {
            clock.sleepUntil(clock.nanoTime() + RETRY_MS * NS_PER_MS);
            try {
                Capture capture = opener.open(config, label);
                LOG.info("{} is back after {} ms", label, (clock.nanoTime() - since) / NS_PER_MS);
                return capture;
            } catch (DeviceException e) {
                LOG.debug("{} is not back yet", label, e);
            }
        }
    }

    @Override
    public @Nullable Image newest() {
        return pictures.newest();
    }

    @Override
    public void close() {
        Thread reading;
        synchronized (this) {
            open = false;
            reading = thread;
            thread = null;
        }
        if (reading != null) {
            reading.interrupt();
            try {
                reading.join(LONGEST_END_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (reading.isAlive()) {
                LOG.warn("{} does not return from a read; it is closed as soon as it does", label);
            }
        }
        pictures.clear();
    }
}
