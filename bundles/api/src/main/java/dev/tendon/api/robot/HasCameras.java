/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.robot;

import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.Chosen;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A robot's config record whose {@code cameras} option names cameras at the host: {@code --robot.cameras="{top: {type: opencv,
 * index_or_path: 0, width: 640, height: 480, fps: 30}}"}. The host opens them and adds their pictures to the robot's
 * observation, so that a camera driver can be replaced by itself. Pictures that come from the robot are features of the
 * robot instead.
 */
@ConsumerType
public interface HasCameras {
    /** Cameras by name, in the order given. */
    Map<String, Chosen<CameraType<?>>> cameras();
}
