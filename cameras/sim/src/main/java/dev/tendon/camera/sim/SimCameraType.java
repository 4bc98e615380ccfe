/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.sim.Simulator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The choice {@code sim}. */
@Component
@Choice(value = "sim", description = "A camera that draws its pictures: a test pattern, the simulated arm, or a scene")
public final class SimCameraType implements CameraType<SimCameraConfig> {
    private final Simulator simulator;

    @Activate
    public SimCameraType(@Reference Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public Class<SimCameraConfig> configType() {
        return SimCameraConfig.class;
    }

    @Override
    public Camera create(SimCameraConfig config, DeviceContext context) {
        return new SimCamera(config, context, simulator);
    }
}
