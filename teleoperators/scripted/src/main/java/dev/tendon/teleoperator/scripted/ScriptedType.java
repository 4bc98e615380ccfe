/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.scripted;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.teleoperator.Teleoperator;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.sim.Simulator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The choice {@code scripted}. */
@Component
@Choice(value = "scripted", description = "Demonstrates the task of a simulated scene, laid out anew for each episode")
public final class ScriptedType implements TeleoperatorType<ScriptedConfig> {
    private final Simulator simulator;

    @Activate
    public ScriptedType(@Reference Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public Class<ScriptedConfig> configType() {
        return ScriptedConfig.class;
    }

    @Override
    public Teleoperator create(ScriptedConfig config, DeviceContext context) {
        return new Scripted(config, context, simulator);
    }
}
