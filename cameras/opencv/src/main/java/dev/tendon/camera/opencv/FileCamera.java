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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A video file or image sequence as a camera: the picture that is due by the session's clock, at the file's rate from the moment it
 * is connected. On real time a thread decodes; on simulated time whoever looks. Thread: any.
 */
final class FileCamera implements Camera {
    private static final Logger LOG = LoggerFactory.getLogger(FileCamera.class);
    private static final long LONGEST_END_MS = 1_000;
    private static final long NS_PER_S = 1_000_000_000;
    /** So often a picture is shown while it is behind. */
    private static final long SHOWN_EVERY_NS = 100_000_000;
    /** Who is so far behind does not catch up any more: the file goes on from there, more slowly than it should. */
    private static final long HOPELESS_NS = 1_000_000_000;

    private final OpenCvCameraConfig config;
    private final String label;
    private final Clock clock;
    private final Runnable libraries;
    private final Pictures pictures;
    private final ByteBuffer buffer;

    private @Nullable VideoFile file;
    private @Nullable Thread thread;
    private volatile boolean open;
    private volatile long startNs;
    private long decoded;
    private boolean ended;
    private boolean slow;

    /** @param libraries loads FFmpeg */
    FileCamera(OpenCvCameraConfig config, DeviceContext context, Runnable libraries) {
        this.config = config;
        this.libraries = libraries;
        label = context.label();
        clock = context.clock();
        pictures = new Pictures(config);
        buffer = pictures.buffer();
    }

    @Override
    public Feature feature(String name) {
        return Feature.image(name, config.height(), config.width(), 3);
    }

    @Override
    public synchronized void connect() throws DeviceException {
        if (open) {
            return;
        }
        file = open();
        open = true;
        ended = false;
        decoded = 0;
        boolean connected = false;
        try {
            startNs = clock.nanoTime();
            if (!step(true)) {
                throw new DeviceException(label + ": " + config.shown() + " holds no picture");
            }
            connected = true;
        } finally {
            if (!connected) {
                close();
            }
        }
        startNs = clock.nanoTime(); // the first picture took its time
        if (!(clock instanceof SimulatedClock)) {
            Thread reading = new Thread(this::live, "tendon-camera-" + label);
            reading.setDaemon(true);
            reading.setUncaughtExceptionHandler(
                    (t, e) -> LOG.error("{} delivers no more pictures: its thread ended", label, e));
            thread = reading;
            reading.start();
        }
    }

    private VideoFile open() throws DeviceException {
        return VideoFile.open(config, label, libraries);
    }

    private long dueNs(long number) {
        return startNs + number * NS_PER_S / config.fps();
    }

    private void live() {
        try {
            while (open) {
                long next;
                synchronized (this) {
                    next = decoded;
                }
                clock.sleepUntil(dueNs(next));
                if (!catchUp()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // close() says so
        }
    }

    /**
     * Decodes up to the picture that is due, or, where that takes long, to one that is nearer to it; false where there will be no more.
     */
    private synchronized boolean catchUp() {
        try {
            long begunNs = clock.nanoTime();
            boolean shown = false;
            while (open && !ended && !shown && dueNs(decoded) - clock.nanoTime() <= 0) {
                long nowNs = clock.nanoTime();
                shown = dueNs(decoded + 1) - nowNs > 0 || nowNs - begunNs >= SHOWN_EVERY_NS;
                behind(nowNs - dueNs(decoded));
                if (!step(shown)) {
                    LOG.info("{} is at its end; its last picture stays", label);
                }
            }
        } catch (DeviceException e) {
            ended = true;
            pictures.clear();
            LOG.warn("{} delivers no more pictures: {}", label, e.getMessage());
        }
        return open && !ended;
    }

    private synchronized void behind(long lateNs) {
        if (lateNs < HOPELESS_NS || clock instanceof SimulatedClock) {
            return;
        }
        startNs += lateNs;
        if (!slow) {
            slow = true;
            LOG.warn(
                    "{}: {} cannot be decoded at {} pictures a second here, and plays more slowly. Take a smaller one",
                    label,
                    config.shown(),
                    config.fps());
        }
    }

    /** Decodes one more picture, and publishes it where it is the {@code newest}. */
    private boolean step(boolean newest) throws DeviceException {
        VideoFile from = file;
        if (from == null) {
            return false;
        }
        if (!from.next(newest ? buffer : null)) {
            if (!config.loop() || decoded == 0) {
                ended = true;
                return false;
            }
            from.close();
            file = null;
            VideoFile again = open();
            file = again;
            if (!again.next(newest ? buffer : null)) {
                throw new DeviceException(config.shown() + " holds no picture any more");
            }
        }
        if (newest) {
            pictures.publish(buffer, dueNs(decoded), decoded);
        }
        decoded++;
        return true;
    }

    @Override
    public @Nullable Image newest() {
        if (open && clock instanceof SimulatedClock) {
            catchUp();
        }
        return pictures.newest();
    }

    @Override
    public void close() {
        Thread reading;
        synchronized (this) {
            open = false;
            reading = thread;
            thread = null;
            if (file != null) {
                file.close();
                file = null;
            }
            pictures.clear();
        }
        if (reading != null) {
            reading.interrupt();
            try {
                reading.join(LONGEST_END_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
