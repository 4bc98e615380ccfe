/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.option.ConfigException;
import dev.tendon.sim.scene.Scene;
import dev.tendon.sim.scene.SceneType;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The scenes that are installed. Thread: any.
 *
 * @param types as of now
 */
record Scenes(Supplier<List<SceneType>> types) {
    /**
     * What an address puts around an arm; null: nothing.
     *
     * @throws ConfigException where there is no such scene
     */
    @Nullable
    ArmScene around(SimAddress address, SimArm kind) {
        if (address.scene().isEmpty()) {
            return null;
        }
        String name = address.scene().get();
        List<SceneType> installed = types.get();
        SceneType type = installed.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigException("scene=" + name + ": there is no such scene; installed: "
                        + (installed.isEmpty()
                                ? "none"
                                : installed.stream()
                                        .map(SceneType::name)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))));
        double[] low = new double[Scene.JOINTS];
        double[] high = new double[Scene.JOINTS];
        kind.reach(low, high);
        return new ArmScene(type.create(low, high), kind);
    }
}
