/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.runtime.SessionCamera;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The camera in a seat, whoever sits there at the moment. Thread: any. */
record SeatCamera(Feature feature, Seat<Camera> seat) implements SessionCamera {
    /** Every camera of the host, in the order of their slots. */
    static List<SessionCamera> all(Rig rig) {
        List<Feature> pictures = rig.observation().layout().images();
        List<SessionCamera> cameras = new ArrayList<>();
        for (int i = 0; i < rig.cameras().size(); i++) {
            cameras.add(new SeatCamera(
                    pictures.get(rig.firstCameraSlot() + i), rig.cameras().get(i)));
        }
        return List.copyOf(cameras);
    }

    @Override
    public @Nullable Image newest() {
        Mount<Camera> mount = seat.mount();
        return mount == null ? null : mount.device().newest();
    }
}
