/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.camera.CameraType;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import java.util.Locale;

/** The registries that a session draws from. */
enum Kind {
    ROBOT(RobotType.class),
    TELEOPERATOR(TeleoperatorType.class),
    POLICY(PolicyType.class),
    CAMERA(CameraType.class);

    private final Class<?> service;

    Kind(Class<?> service) {
        this.service = service;
    }

    Class<?> service() {
        return service;
    }

    /** In messages: {@code robot}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
