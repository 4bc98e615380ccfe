/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.camera.FindsCameras;
import dev.tendon.api.camera.FoundCamera;
import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.lib.javacv.Natives;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The choice {@code opencv}. Loads no native library before a camera connects. */
@Component(service = CameraType.class)
@Choice(value = "opencv", description = "A USB or built-in camera; also plays a video file or an image sequence")
public final class OpenCvCameraType implements CameraType<OpenCvCameraConfig>, FindsCameras<OpenCvCameraConfig> {
    @Activate
    public OpenCvCameraType(@Reference Natives natives) {
        // that the place of the native libraries is known is all that is wanted of it
    }

    @Override
    public Class<OpenCvCameraConfig> configType() {
        return OpenCvCameraConfig.class;
    }

    @Override
    public Camera create(OpenCvCameraConfig config, DeviceContext context) {
        return config.isDevice()
                ? new DeviceCamera(config, context, OpenCvCapture::open)
                : new FileCamera(config, context);
    }

    @Override
    public List<FoundCamera<OpenCvCameraConfig>> findCameras() throws DeviceException {
        return new CameraSearch(Path.of("/sys/class/video4linux"), DefaultMode::of).find();
    }
}
