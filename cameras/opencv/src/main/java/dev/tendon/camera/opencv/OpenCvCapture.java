/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.IndexOrPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/**
 * A device through OpenCV. The order of the settings and how they are checked are LeRobot's (0.6, cameras/opencv/camera_opencv.py):
 * format, width and height, rate; each is set and read back.
 */
final class OpenCvCapture implements Capture {
    private static final double SAME_RATE = 1e-3;

    private final OpenCvCameraConfig config;
    private final String label;
    private final VideoCapture capture;
    private final Mat frame = new Mat();

    private OpenCvCapture(OpenCvCameraConfig config, String label) {
        this.config = config;
        this.label = label;
        capture = new VideoCapture();
    }

    /**
     * Opens a device.
     *
     * @param libraries loads OpenCV
     */
    static Capture open(OpenCvCameraConfig config, String label, Runnable libraries) throws DeviceException {
        try {
            libraries.run();
            opencv_core.setNumThreads(1);
            OpenCvCapture opened = new OpenCvCapture(config, label);
            try {
                opened.open();
                opened.set();
            } catch (DeviceException | RuntimeException e) {
                opened.close();
                throw e;
            }
            return opened;
        } catch (LinkageError e) {
            throw NoNatives.on(label, e);
        }
    }

    private void open() throws DeviceException {
        // By number: OpenCV's V4L2 takes no other, and a path /dev/videoN is that number.
        boolean opened;
        if (config.indexOrPath() instanceof IndexOrPath.Path path) {
            String device = real(path.path());
            String digits = device.replaceFirst("^/dev/video(\\d+)$", "$1");
            opened = digits.equals(device)
                    ? capture.open(device, config.backend().number())
                    : capture.open(Integer.parseInt(digits), config.backend().number());
        } else {
            opened = capture.open(
                    ((IndexOrPath.Index) config.indexOrPath()).index(),
                    config.backend().number());
        }
        if (!opened) {
            throw new DeviceException(
                    label + ": " + config.shown()
                            + " cannot be opened as a camera. See which there are, and who may open them: tendon find-cameras opencv");
        }
    }

    /** What a link such as /dev/v4l/by-id/… stands for: names that stay with a camera. */
    private static String real(String path) {
        try {
            return Path.of(path).toRealPath().toString();
        } catch (IOException e) {
            return path; // it is not there, which is found when it is opened
        }
    }

    private void set() throws DeviceException {
        if (config.fourcc().isPresent()) {
            String wanted = config.fourcc().get();
            capture.set(
                    opencv_videoio.CAP_PROP_FOURCC,
                    wanted.charAt(0) | (wanted.charAt(1) << 8) | (wanted.charAt(2) << 16) | (wanted.charAt(3) << 24));
            checkFourcc(wanted);
        }
        size("width", opencv_videoio.CAP_PROP_FRAME_WIDTH, config.captureWidth());
        size("height", opencv_videoio.CAP_PROP_FRAME_HEIGHT, config.captureHeight());
        check("width", opencv_videoio.CAP_PROP_FRAME_WIDTH, config.captureWidth());
        check("height", opencv_videoio.CAP_PROP_FRAME_HEIGHT, config.captureHeight());
        capture.set(opencv_videoio.CAP_PROP_FPS, config.fps());
        double fps = capture.get(opencv_videoio.CAP_PROP_FPS);
        if (!same(config.fps(), fps)) {
            throw refused("fps", config.fps(), String.format(Locale.ROOT, "%.3f", fps));
        }
        if (config.fourcc().isPresent()) {
            checkFourcc(config.fourcc().get()); // a driver may fall back to one that has the size
        }
    }

    private void checkFourcc(String wanted) throws DeviceException {
        String actual = fourcc((int) capture.get(opencv_videoio.CAP_PROP_FOURCC));
        if (!actual.equals(wanted)) {
            throw refused("fourcc", wanted, actual);
        }
    }

    /** Whether a rate is the one that was asked for: 29.97 passes for 30, as in LeRobot. */
    static boolean same(double wanted, double actual) {
        return Math.abs(actual - wanted) <= SAME_RATE * wanted;
    }

    private void size(String option, int property, int wanted) throws DeviceException {
        if (!capture.set(property, wanted)) {
            throw refused(option, wanted, Math.round(capture.get(property)));
        }
    }

    private void check(String option, int property, int wanted) throws DeviceException {
        long actual = Math.round(capture.get(property));
        if (actual != wanted) {
            throw refused(option, wanted, actual);
        }
    }

    private DeviceException refused(String option, Object wanted, Object actual) {
        return new DeviceException(label + ": " + config.shown() + " did not take " + option + "=" + wanted
                + " (before rotation); it is " + actual + ". Its modes: tendon find-cameras opencv");
    }

    static String fourcc(int code) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append((char) ((code >> (8 * i)) & 0xFF));
        }
        return text.toString();
    }

    @Override
    public boolean read(ByteBuffer into) throws DeviceException {
        if (!capture.read(frame)) {
            return false;
        }
        if (frame.cols() != config.captureWidth()
                || frame.rows() != config.captureHeight()
                || frame.type() != opencv_core.CV_8UC3) {
            throw new DeviceException(label + ": " + config.shown() + " delivered a picture of " + frame.cols() + "x"
                    + frame.rows() + " with " + frame.channels() + " channels, not " + config.captureWidth() + "x"
                    + config.captureHeight() + " with 3");
        }
        try (BytePointer bytes = new BytePointer(into);
                Mat target = new Mat(frame.rows(), frame.cols(), opencv_core.CV_8UC3, bytes)) {
            if (config.colorMode() == ColorMode.RGB) {
                opencv_imgproc.cvtColor(frame, target, opencv_imgproc.COLOR_BGR2RGB);
            } else {
                frame.copyTo(target);
            }
        }
        return true;
    }

    @Override
    public void close() {
        capture.release();
        capture.close();
        frame.close();
    }
}
