/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import java.util.ArrayList;
import java.util.List;

/** The hardware behind the fake robots, and what a test lets happen there. Written by the control thread; read by the test after it. */
final class World {
    /** What happens in a call. */
    @FunctionalInterface
    interface Act {
        void act(FakeRobot robot) throws DeviceException;
    }

    final FakeLease.Bus bus = new FakeLease.Bus();
    /** The first joint's goal, each time one was sent; of bounded size so that a tick need not allocate. */
    final double[] goals = new double[100_000];

    int sends;
    int observations;
    double a;
    double b;
    boolean torque;
    Act onConnect = r -> {};
    Act onObserve = r -> {};
    Act onSend = r -> {};
    Act onAdopt = r -> {};
    Act onClose = r -> {};
    private final List<String> log = new ArrayList<>();

    synchronized void log(String line) {
        log.add(line);
    }

    synchronized List<String> log() {
        return List.copyOf(log);
    }

    void record(double goal) {
        if (sends < goals.length) {
            goals[sends] = goal;
        }
        sends++;
    }
}
