/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.camera;

import dev.tendon.api.device.DeviceException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A {@link CameraType} that can tell which cameras there are: {@code tendon find-cameras}. Thread: any. */
@ConsumerType
public interface FindsCameras<C extends Record> {
    /** Looks for cameras, without taking pictures. Those in use elsewhere, or that the user may not open, are listed with their problem. */
    List<FoundCamera<C>> findCameras() throws DeviceException;
}
