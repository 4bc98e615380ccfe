/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.device.DeviceException;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/**
 * What a device delivers when nobody asks for anything.
 *
 * @param fourcc its pixel format
 * @param fps pictures per second
 */
record DefaultMode(String fourcc, int width, int height, double fps) {
    private static final int DEFAULT_FPS = 30;

    /** Opens the device for a moment. */
    static Optional<DefaultMode> of(int index) throws DeviceException {
        try (VideoCapture capture = new VideoCapture()) {
            if (!capture.open(index, Backend.V4L2.number())) {
                return Optional.empty();
            }
            DefaultMode mode = new DefaultMode(
                    OpenCvCapture.fourcc((int) capture.get(opencv_videoio.CAP_PROP_FOURCC)),
                    (int) Math.round(capture.get(opencv_videoio.CAP_PROP_FRAME_WIDTH)),
                    (int) Math.round(capture.get(opencv_videoio.CAP_PROP_FRAME_HEIGHT)),
                    capture.get(opencv_videoio.CAP_PROP_FPS));
            capture.release();
            return Optional.of(mode);
        } catch (LinkageError e) {
            throw NoNatives.on("opencv", e);
        }
    }

    String shown() {
        return fourcc.strip() + " " + width + "x" + height + " at " + Math.round(fps) + " fps";
    }

    OpenCvCameraConfig config(int index) {
        return new OpenCvCameraConfig(
                CameraSearch.path(index),
                fps >= 1 ? (int) Math.round(fps) : DEFAULT_FPS,
                width,
                height,
                ColorMode.RGB,
                0,
                0,
                Optional.empty(),
                Backend.V4L2,
                2000,
                true);
    }
}
