/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.frame.NewestImage;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.sim.Simulator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera that draws its pictures. On real time by a thread of its own; on simulated time the picture that is due is drawn when
 * somebody looks. Thread: any.
 */
final class SimCamera implements Camera {
    private static final Logger LOG = LoggerFactory.getLogger(SimCamera.class);

    /** The newest, those in the loop's frames and a policy's window, the one that is drawn. */
    private static final int PICTURES = 8;

    private static final long LONGEST_END_MS = 1_000;

    private final SimCameraConfig config;
    private final String label;
    private final Clock clock;
    private final Simulator simulator;
    private final Exposures exposures;
    private final ImagePool pool;
    private final NewestImage newest = new NewestImage();

    private @Nullable Scene scene;
    private @Nullable Thread thread;
    private volatile long startNs;
    private volatile boolean open;
    private long lastNumber;
    private boolean unplugged;

    SimCamera(SimCameraConfig config, DeviceContext context, Simulator simulator) {
        this.config = config;
        label = context.label();
        clock = context.clock();
        this.simulator = simulator;
        exposures = Exposures.of(config);
        pool = new ImagePool(config.width(), config.height(), 3, PICTURES);
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
        scene = scene();
        startNs = clock.nanoTime();
        lastNumber = -1;
        unplugged = false;
        open = true;
        take(startNs);
        if (!(clock instanceof SimulatedClock)) {
            Thread taking = new Thread(this::live, "tendon-camera-" + label);
            taking.setDaemon(true);
            taking.setUncaughtExceptionHandler(
                    (t, e) -> LOG.error("{} takes no more pictures: its thread ended", label, e));
            thread = taking;
            taking.start();
        }
    }

    private Scene scene() throws DeviceException {
        if (config.view() == View.PATTERN) {
            return new TestPattern(config.width(), config.height());
        }
        SeenArm arm = new SeenArm(simulator, config.port());
        if (!arm.isThere()) {
            throw new DeviceException(label + ": no simulated arm is open as " + config.port()
                    + ". Give the robot that port, or the camera the robot's: --robot.port=" + config.port());
        }
        return config.view() == View.SCENE ? scene(arm) : new ArmScene(config.width(), config.height(), arm);
    }

    private Scene scene(SeenArm arm) throws DeviceException {
        dev.tendon.sim.scene.Scene around = arm.scene()
                .orElseThrow(() -> new DeviceException(label + ": there is no scene around the arm that is open as "
                        + config.port() + ". Give it one: --robot.port=" + config.port() + "?scene=NAME"));
        if (!around.views().contains(config.from())) {
            throw new DeviceException(label + ": the scene cannot be seen from \"" + config.from() + "\"; from="
                    + String.join(", ", around.views()));
        }
        return new SceneLook(arm, config.from(), config.width(), config.height());
    }

    private void live() {
        try {
            while (open) {
                long next = exposures.due(clock.nanoTime() - startNs) + 1;
                clock.sleepUntil(startNs + exposures.takenNs(next));
                take(clock.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // close() says so
        }
    }

    /** Takes the picture that is due, unless that was done. */
    private synchronized void take(long nowNs) {
        Scene drawn = scene;
        if (!open || drawn == null) {
            return;
        }
        plug(exposures.unpluggedAt(nowNs - startNs));
        long number = exposures.due(nowNs - startNs);
        if (number <= lastNumber) {
            return;
        }
        lastNumber = number;
        if (unplugged || !exposures.delivered(number)) {
            return;
        }
        Image image = pool.take();
        if (image != null) { // all are held by others: this picture nobody gets
            drawn.draw(image.pixels(), number);
            image.stamp(startNs + exposures.takenNs(number), number);
            newest.publish(image);
        }
    }

    private void plug(boolean pulled) {
        if (pulled != unplugged) {
            unplugged = pulled;
            if (pulled) {
                newest.clear();
                LOG.warn("{} is unplugged; it is tried again until it is back", label);
            } else {
                LOG.info("{} is back", label);
            }
        }
    }

    @Override
    public @Nullable Image newest() {
        if (open && clock instanceof SimulatedClock) {
            take(clock.nanoTime());
        }
        return newest.acquire();
    }

    @Override
    public void close() {
        Thread taking;
        synchronized (this) {
            open = false;
            taking = thread;
            thread = null;
            newest.clear();
        }
        if (taking != null) {
            taking.interrupt();
            try {
                taking.join(LONGEST_END_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
