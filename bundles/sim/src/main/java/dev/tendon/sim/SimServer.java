/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.feetech.BaudRates;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulated arm that other programs open as a serial device, until it is closed. Its servos hear at the speed that the client set;
 * a client that sets none has 1 Mbaud. When the arm's plug is pulled, the device vanishes; after a replug there is a new one, perhaps
 * of another name. Thread: any; the arm is served in a thread of its own.
 */
public final class SimServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimServer.class);

    /** Closing and plugs are noticed after so long. */
    private static final int POLL_MS = 20;

    private static final long PLUG_LOOK_NS = POLL_MS * 1_000_000L;
    private static final long CLOSE_WAIT_MS = 2000;

    private final OpenArms arms;
    private final RunningArm arm;
    private final Clock clock;
    private final DeviceLink link;
    private final Thread thread = new Thread(this::serve, "tendon-sim-server");
    private final CountDownLatch ended = new CountDownLatch(1);
    private final byte[] buffer = new byte[1024];
    private volatile String device;
    private volatile boolean closed;
    private volatile @Nullable Exception failure;
    private @Nullable Pty pty;

    private SimServer(OpenArms arms, RunningArm arm, Pty pty, DeviceLink link, Clock clock) {
        this.arms = arms;
        this.arm = arm;
        this.pty = pty;
        this.link = link;
        this.clock = clock;
        device = pty.device();
    }

    static SimServer start(OpenArms arms, String address, SimArm kind, Optional<Path> link, Clock clock)
            throws DeviceException {
        RunningArm arm = arms.open(address, kind, BaudRates.DEFAULT, clock);
        Pty pty = null;
        boolean started = false;
        try {
            pty = Pty.open(BaudRates.DEFAULT);
            DeviceLink made = new DeviceLink(link);
            made.pointTo(pty.device());
            SimServer server = new SimServer(arms, arm, pty, made, clock);
            server.thread.setDaemon(true);
            server.thread.start();
            started = true;
            return server;
        } finally {
            if (!started) {
                arms.close(arm, false);
                if (pty != null) {
                    pty.close();
                }
            }
        }
    }

    /** What a client opens: {@code /dev/pts/3}; empty while the plug is out. */
    public String device() {
        return device;
    }

    /** The arm's hidden side. */
    public SimulatedArm arm() {
        return arm;
    }

    /**
     * Why it serves no more; empty while it does, and after {@link #close}. A {@link DeviceException}, or a defect of the simulator.
     */
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    private void serve() {
        try {
            while (!closed) {
                if (!arm.plugged()) {
                    pulled();
                } else if (pty == null) {
                    putBack();
                } else {
                    exchange(pty);
                }
            }
        } catch (DeviceException | RuntimeException e) {
            failure = e;
            LOG.error("The simulated arm {} is served no more", arm.port(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // by close()
        } finally {
            link.remove();
            if (pty != null) {
                pty.close();
            }
            arms.close(arm, false);
            ended.countDown();
        }
    }

    private void pulled() throws InterruptedException {
        if (pty != null) {
            link.remove();
            device = "";
            pty.close();
            pty = null;
            arm.discard();
        }
        clock.sleepUntil(clock.nanoTime() + PLUG_LOOK_NS);
    }

    private void putBack() throws DeviceException {
        Pty made = Pty.open(BaudRates.DEFAULT);
        pty = made;
        link.pointTo(made.device());
        device = made.device();
    }

    private void exchange(Pty line) throws DeviceException, InterruptedException {
        if (!line.awaitInput(POLL_MS)) {
            return;
        }
        int speed = line.baudRate();
        if (speed > 0) {
            arm.baudRate(speed);
        }
        do {
            int count = line.read(buffer);
            if (count > 0) {
                arm.write(buffer, 0, count);
            }
            answer(line);
        } while (line.awaitInput(0));
    }

    /** Hands over what arrives, when it arrives; a client that speaks meanwhile is heard first. */
    private void answer(Pty line) throws InterruptedException {
        while (arm.answering() && !closed) {
            clock.sleepUntil(arm.nextByteNs(clock.nanoTime() + PLUG_LOOK_NS));
            int count = arm.take(buffer, 0, buffer.length);
            if (count > 0) {
                line.write(buffer, count);
            }
            if (line.awaitInput(0)) {
                return;
            }
        }
    }

    /** The device vanishes, and the arm is free for others when this returns. Idempotent. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            if (!ended.await(CLOSE_WAIT_MS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                LOG.warn("The simulated arm {} does not stop being served", arm.port());
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A name of the user's choice for a device whose own name changes. Thread: one at a time. */
    private static final class DeviceLink {
        private final Optional<Path> link;

        DeviceLink(Optional<Path> link) {
            this.link = link;
        }

        void pointTo(String device) throws DeviceException {
            if (link.isEmpty()) {
                return;
            }
            try {
                if (Files.isSymbolicLink(link.get())) {
                    Files.delete(link.get());
                }
                Files.createSymbolicLink(link.get(), Path.of(device));
            } catch (FileAlreadyExistsException e) {
                throw new DeviceException(
                        link.get() + " exists and is no symbolic link: choose another name for the device", e);
            } catch (IOException e) {
                throw new DeviceException("The link " + link.get() + " to " + device + " cannot be made: " + e, e);
            }
        }

        void remove() {
            try {
                if (link.isPresent()) {
                    Files.deleteIfExists(link.get());
                }
            } catch (IOException e) {
                LOG.warn("The link {} cannot be removed", link.get(), e);
            }
        }
    }
}
