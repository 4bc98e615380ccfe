/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.teleoperator.Teleoperator;
import java.util.List;

/** A teleoperator that is read. */
final class TeleoperatorDevice implements Device {
    private final Teleoperator teleoperator;
    private final FrameBuffer read;

    TeleoperatorDevice(Teleoperator teleoperator) {
        this.teleoperator = teleoperator;
        read = new FrameBuffer(teleoperator.actionFeatures().layout());
    }

    FrameBuffer frame() {
        return read;
    }

    Input read() throws DeviceException {
        return teleoperator.read(read);
    }

    @Override
    public List<Features> features() {
        return List.of(teleoperator.actionFeatures());
    }

    @Override
    public void connect() throws DeviceException {
        teleoperator.connect();
    }

    @Override
    public void tick() throws DeviceException {
        teleoperator.read(read);
    }

    @Override
    public void close() {
        teleoperator.close();
    }
}
