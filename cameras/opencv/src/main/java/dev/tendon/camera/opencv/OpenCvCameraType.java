/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import com.sun.jna.Platform;
import dev.tendon.api.camera.Camera;
import dev.tendon.api.camera.CameraType;
import dev.tendon.api.camera.FindsCameras;
import dev.tendon.api.camera.FoundCamera;
import dev.tendon.api.choice.Choice;
import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.lib.javacv.Natives;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The choice {@code opencv}. Loads no native library before a camera is made, and then beside: it takes a third of a second, in which the
 * robot connects.
 */
@Component(service = CameraType.class)
@Choice(value = "opencv", description = "A USB or built-in camera; also plays a video file or an image sequence")
public final class OpenCvCameraType implements CameraType<OpenCvCameraConfig>, FindsCameras<OpenCvCameraConfig> {
    private static final Logger LOG = LoggerFactory.getLogger(OpenCvCameraType.class);

    private final Natives natives;

    @Activate
    public OpenCvCameraType(@Reference Natives natives) {
        this.natives = natives;
    }

    @Override
    public Class<OpenCvCameraConfig> configType() {
        return OpenCvCameraConfig.class;
    }

    @Override
    public Camera create(OpenCvCameraConfig config, DeviceContext context) {
        Runnable libraries = config.isDevice() ? this::openCv : natives::ffmpeg;
        begin(libraries);
        return config.isDevice()
                ? new DeviceCamera(config, context, (how, label) -> OpenCvCapture.open(how, label, libraries))
                : new FileCamera(config, context, libraries);
    }

    private void openCv() {
        OpenCvSettings.apply();
        natives.openCv();
    }

    private static void begin(Runnable libraries) {
        Thread loading = new Thread(
                () -> {
                    try {
                        libraries.run();
                    } catch (LinkageError e) {
                        LOG.debug("The camera says so when it connects", e);
                    }
                },
                "tendon-camera-libraries");
        loading.setDaemon(true);
        loading.start();
    }

    @Override
    public List<FoundCamera<OpenCvCameraConfig>> findCameras() throws DeviceException {
        boolean linux = Platform.isLinux();
        Backend backend = linux ? Backend.V4L2 : Backend.ANY;
        CameraSearch search = new CameraSearch(
                VideoNodes.ofThisMachine(),
                new LinuxVideoCalls(),
                number -> DefaultMode.of(number, backend, this::openCv));
        return linux ? search.find() : search.findElsewhere(System.getProperty("os.name"));
    }
}
