/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.camera.CameraMode;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.IndexOrPath;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/**
 * What a device delivers when nobody asks for anything, by OpenCV.
 *
 * @param fourcc its pixel format
 * @param fps pictures per second; 0 where it does not tell
 */
record DefaultMode(String fourcc, int width, int height, double fps) {
    private static final int DEFAULT_FPS = 30;
    private static final int DEFAULT_TIMEOUT_MS = 2000;

    /** Asks devices by their number. */
    interface Asker {
        /** The mode it is in when it is opened; empty where it cannot be opened as a camera. */
        Optional<DefaultMode> of(int number) throws DeviceException;
    }

    /**
     * Opens the device for a moment.
     *
     * @param libraries loads OpenCV
     */
    static Optional<DefaultMode> of(int number, Backend backend, Runnable libraries) throws DeviceException {
        try {
            libraries.run();
            return of(number, backend);
        } catch (LinkageError e) {
            throw NoNatives.on("opencv", e);
        }
    }

    private static Optional<DefaultMode> of(int number, Backend backend) {
        try (VideoCapture capture = new VideoCapture()) {
            if (!capture.open(number, backend.number())) {
                return Optional.empty();
            }
            DefaultMode mode = new DefaultMode(
                    OpenCvCapture.fourcc((int) capture.get(opencv_videoio.CAP_PROP_FOURCC)),
                    (int) Math.round(capture.get(opencv_videoio.CAP_PROP_FRAME_WIDTH)),
                    (int) Math.round(capture.get(opencv_videoio.CAP_PROP_FRAME_HEIGHT)),
                    capture.get(opencv_videoio.CAP_PROP_FPS));
            capture.release();
            return Optional.of(mode);
        }
    }

    CameraMode mode() {
        return new CameraMode(fourcc.strip(), width, height, fps > 0 ? List.of(fps) : List.of());
    }

    /** Options that open the device {@code place} so. */
    OpenCvCameraConfig config(IndexOrPath place, Backend backend) {
        int rate = fps >= 1 ? (int) Math.round(fps) : DEFAULT_FPS;
        return config(place, width, height, rate, Optional.empty(), backend);
    }

    /** Options without warm-up, all else by default: who looks takes his time himself. */
    static OpenCvCameraConfig config(
            IndexOrPath place, int width, int height, int fps, Optional<String> fourcc, Backend backend) {
        return new OpenCvCameraConfig(
                place, fps, width, height, ColorMode.RGB, 0, 0, fourcc, backend, DEFAULT_TIMEOUT_MS, true);
    }
}
