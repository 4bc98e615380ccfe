/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.samples;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Lease;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.frame.Frame;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.robot.HasRanges;
import dev.tendon.api.robot.Robot;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Two joints that go where they are told at once. */
final class Arm implements Robot, HasRanges {
    private static final int JOINTS = 2;
    private static final Features POSE =
            Features.of(Feature.scalar("pan.pos", Units.DEGREES), Feature.scalar("lift.pos", Units.DEGREES));

    private final ArmConfig config;
    private final DeviceContext context;
    private final Fault fault;
    private final double[] pose = {1, 2};
    private final List<Object> litter = new ArrayList<>();
    private boolean connected;
    private boolean closed;
    private Lease lease;
    private Thread owner;
    private int asked;

    Arm(ArmConfig config, DeviceContext context, Fault fault) {
        this.config = config;
        this.context = context;
        this.fault = fault;
        switch (fault) {
            case CONNECTS_IN_CREATE -> lease();
            case THREAD_IN_CREATE -> thread();
            case SLOW_CREATE -> hang(5);
            default -> {
                // as promised
            }
        }
    }

    private void lease() {
        lease = new Port();
        context.granted(lease);
    }

    private static void thread() {
        Thread thread = new Thread(() -> hang(600), "arm-reader");
        thread.setDaemon(true);
        thread.start();
    }

    private static void hang(int seconds) {
        try {
            if (new CountDownLatch(1).await(seconds, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new AssertionError();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Features observationFeatures() {
        return POSE;
    }

    @Override
    public Features actionFeatures() {
        if (fault == Fault.NO_FEATURES) {
            return Features.none();
        }
        return fault == Fault.FEATURES_CHANGE && connected && asked++ >= 0
                ? POSE.plus(List.of(Feature.flag("brake")))
                : POSE;
    }

    @Override
    public void connect() throws DeviceException {
        if (connected && fault != Fault.CONNECT_TWICE_FAILS) {
            return;
        }
        if (connected) {
            throw new IllegalStateException("connected already");
        }
        if (!config.port().startsWith("sim:") && fault != Fault.ABSENT_IS_NOT_NOTICED) {
            switch (fault) {
                case ABSENT_HANGS -> hang(600);
                case ABSENT_THROWS_A_BUG -> litter.get(0).hashCode();
                case ABSENT_WITHOUT_MESSAGE -> throw new DeviceException("");
                case ABSENT_KEEPS_A_THREAD -> thread();
                default -> {
                    // as promised
                }
            }
            throw new DeviceException("There is no " + config.port() + ". Check the cable.");
        }
        connected = true;
        owner = Thread.currentThread();
        lease();
        if (fault == Fault.LEAKS_A_THREAD) {
            thread();
        } else if (fault == Fault.LEAKS_A_SOCKET) {
            try {
                litter.add(new ServerSocket(0));
            } catch (IOException e) {
                throw new DeviceException("no socket", e);
            }
        }
    }

    private void sameThread() {
        if (fault == Fault.ONE_THREAD_ONLY && owner != Thread.currentThread()) {
            throw new IllegalStateException("not the thread that connected");
        }
    }

    @Override
    public void observe(FrameWriter out) throws DeviceException {
        sameThread();
        if (fault == Fault.OBSERVES_NOTHING) {
            return;
        }
        for (int i = 0; i < JOINTS; i++) {
            out.value(i, pose[i]);
        }
        if (fault == Fault.OBSERVES_INTO_OTHERS_SLOTS && out.layout().values() > JOINTS) {
            out.value(JOINTS, 0);
        }
        if (fault == Fault.ALLOCATES) {
            litter.clear();
            litter.add(new double[JOINTS]);
        }
    }

    @Override
    public void send(Frame wanted, FrameWriter sent) throws DeviceException {
        sameThread();
        for (int i = 0; i < JOINTS; i++) {
            double goal = wanted.value(i);
            if (!Double.isFinite(goal) && fault != Fault.TAKES_NAN) {
                throw new DeviceException("not a finite number");
            }
            if (Math.abs(goal) > 1000 && fault == Fault.REFUSES_FAR_GOALS) {
                throw new DeviceException("too far");
            }
        }
        for (int i = 0; i < JOINTS; i++) {
            double goal = wanted.value(i);
            pose[i] = Math.max(-config.limitDeg(), Math.min(config.limitDeg(), goal));
            switch (fault) {
                case SAYS_NOTHING_OF_WHAT_IT_SENT -> {
                    // nothing
                }
                case SENDS_SOMETHING_ELSE -> sent.value(i, pose[i] + 7);
                default -> sent.value(i, pose[i]);
            }
        }
    }

    @Override
    public void ranges(FrameWriter low, FrameWriter high) {
        for (int i = 0; i < JOINTS; i++) {
            low.value(i, -config.limitDeg());
            high.value(i, config.limitDeg());
        }
    }

    @Override
    public void close() {
        if (closed && fault == Fault.CLOSE_TWICE_FAILS || !connected && fault == Fault.CLOSE_UNCONNECTED_FAILS) {
            throw new IllegalStateException("closed already");
        }
        closed = true;
        if (lease != null && fault != Fault.LEAKS_A_LEASE) {
            lease.close();
        }
        connected = false;
    }

    private final class Port implements Lease {
        private boolean open = true;

        @Override
        public String resource() {
            return config.port();
        }

        @Override
        public boolean valid() {
            return open;
        }

        @Override
        public Lease transferTo(DeviceContext holder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void revoke() {
            open = false;
        }

        @Override
        public void close() {
            open = false;
            context.ended(this);
        }
    }
}
