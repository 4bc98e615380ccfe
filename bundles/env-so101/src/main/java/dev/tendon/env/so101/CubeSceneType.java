/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.so101;

import dev.tendon.sim.scene.Scene;
import dev.tendon.sim.scene.SceneType;
import org.osgi.service.component.annotations.Component;

/** The scene {@code cube}. */
@Component
public final class CubeSceneType implements SceneType {
    private static final int GRIPPER = Scene.JOINTS - 1;

    @Override
    public String name() {
        return CubeScene.NAME;
    }

    @Override
    public Scene create(double[] low, double[] high) {
        return new CubeScene(new ArmModel(low[GRIPPER]));
    }
}
