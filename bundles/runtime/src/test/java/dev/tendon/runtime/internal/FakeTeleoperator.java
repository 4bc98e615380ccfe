/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.Adoptable;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;

/** Counts up, a degree a read, and does what a test lets it do beside. */
class FakeTeleoperator implements Teleoperator, Adoptable {
    /** What it says in its n-th read. */
    @FunctionalInterface
    interface Script {
        Input say(int read) throws DeviceException;
    }

    private final Features features;
    private final Script script;
    volatile boolean closed;
    volatile boolean connected;
    int reads;

    FakeTeleoperator(Features features, Script script) {
        this.features = features;
        this.script = script;
    }

    /** Wants 1, 2, 3 … of both joints, that many times. */
    static FakeTeleoperator counting(int times) {
        return new FakeTeleoperator(FakeRobot.FEATURES, n -> n < times ? Input.ACTION : Input.END);
    }

    @Override
    public Features actionFeatures() {
        return features;
    }

    @Override
    public void connect() {
        connected = true;
    }

    @Override
    public Input read(FrameWriter out) throws DeviceException {
        Input input = script.say(reads);
        reads++;
        if (input == Input.ACTION) {
            for (int slot = 0; slot < features.layout().values(); slot++) {
                out.value(slot, reads + 1000 * slot);
            }
        }
        return input;
    }

    @Override
    public HandOver handOver() {
        return HandOver.ofState(Integer.toString(reads));
    }

    @Override
    public void adopt(HandOver from) {
        reads = Integer.parseInt(from.state());
    }

    @Override
    public void close() {
        closed = true;
    }
}
