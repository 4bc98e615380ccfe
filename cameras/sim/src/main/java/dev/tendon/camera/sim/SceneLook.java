/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import dev.tendon.sim.scene.SceneView;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What stands around an arm, from one of its scene's views; after the arm was opened anew, the new scene's. Thread: one at a time. */
final class SceneLook implements Scene {
    private final SeenArm arm;
    private final String from;
    private final int width;
    private final int height;
    private dev.tendon.sim.scene.@Nullable Scene seen;
    private @Nullable SceneView view;

    SceneLook(SeenArm arm, String from, int width, int height) {
        this.arm = arm;
        this.from = from;
        this.width = width;
        this.height = height;
    }

    @Override
    public void draw(ByteBuffer pixels, long number) {
        dev.tendon.sim.scene.Scene now = arm.scene().orElse(seen); // of an arm that is closed, as it was last
        SceneView look = view;
        if (now != null && (look == null || now != seen)) {
            look = now.view(from, width, height);
            seen = now;
            view = look;
        }
        if (look != null) {
            look.draw(pixels);
        }
    }
}
