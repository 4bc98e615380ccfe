/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.camera.CameraMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** An open video device, asked what it can do. Nothing is set or started, so that whoever uses it is not disturbed. Thread: one. */
final class VideoDevice {
    /** Of those who list without end. */
    private static final int MOST = 256;

    private static final int EBUSY = 16;
    private static final int[][] USUAL_SIZES = {
        {160, 120},
        {320, 240},
        {640, 480},
        {800, 600},
        {1024, 768},
        {1280, 720},
        {1280, 960},
        {1920, 1080},
        {2560, 1440},
        {3840, 2160}
    };
    private static final double[] USUAL_RATES = {120, 90, 60, 50, 30, 25, 20, 15, 10, 5};

    private final VideoCalls calls;
    private final int handle;
    private final int bufferType;
    private final List<CameraMode> modes = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    private VideoDevice(VideoCalls calls, int handle, int bufferType) {
        this.calls = calls;
        this.handle = handle;
        this.bufferType = bufferType;
    }

    /**
     * What a device says of itself.
     *
     * @param current what it is set to; empty where it does not tell
     * @param busy whether another program takes pictures
     */
    record Description(
            String name, List<CameraMode> modes, List<String> remarks, Optional<CameraMode> current, boolean busy) {}

    /** Asks; empty where the device takes no pictures: nodes for meta data, codecs. */
    static Optional<Description> ask(VideoCalls calls, int handle) {
        byte[] capability = new byte[V4l2.Capability.SIZE];
        if (calls.ioctl(handle, V4l2.QUERYCAP, capability) < 0) {
            return Optional.empty();
        }
        V4l2.Capability is = V4l2.Capability.of(capability);
        return is.bufferType() == 0
                ? Optional.empty()
                : Optional.of(new VideoDevice(calls, handle, is.bufferType()).describe(is.card()));
    }

    private Description describe(String name) {
        Optional<CameraMode> current = current();
        for (int i = 0; i < MOST; i++) {
            byte[] format = V4l2.Format.question(i, bufferType);
            if (calls.ioctl(handle, V4l2.ENUM_FMT, format) < 0) {
                break;
            }
            sizes(V4l2.Format.pixelFormat(format));
        }
        if (modes.isEmpty()) {
            remarks.add("Its driver lists no modes; this is what it is set to.");
            current.ifPresent(modes::add);
        }
        boolean busy = calls.ioctl(handle, V4l2.REQBUFS, V4l2.noBuffers(bufferType)) == -EBUSY;
        return new Description(name, List.copyOf(modes), List.copyOf(remarks), current, busy);
    }

    private Optional<CameraMode> current() {
        byte[] format = V4l2.Current.question(bufferType);
        if (calls.ioctl(handle, V4l2.G_FMT, format) < 0) {
            return Optional.empty();
        }
        byte[] parameters = V4l2.CurrentRate.question(bufferType);
        double fps = calls.ioctl(handle, V4l2.G_PARM, parameters) < 0 ? 0 : V4l2.CurrentRate.of(parameters);
        V4l2.Current is = V4l2.Current.of(format);
        return Optional.of(new CameraMode(
                V4l2.fourcc(is.pixelFormat()), is.width(), is.height(), fps > 0 ? List.of(fps) : List.of()));
    }

    private void sizes(int pixelFormat) {
        for (int i = 0; i < MOST; i++) {
            byte[] answer = V4l2.Sizes.question(i, pixelFormat);
            if (calls.ioctl(handle, V4l2.ENUM_FRAMESIZES, answer) < 0) {
                return;
            }
            V4l2.Sizes sizes = V4l2.Sizes.of(answer);
            if (sizes.one()) {
                mode(pixelFormat, sizes.minWidth(), sizes.minHeight());
            } else {
                between(pixelFormat, sizes);
            }
        }
    }

    private void between(int pixelFormat, V4l2.Sizes sizes) {
        remarks.add(V4l2.fourcc(pixelFormat) + " comes in every size from " + sizes.minWidth() + "x" + sizes.minHeight()
                + " to " + sizes.maxWidth() + "x" + sizes.maxHeight() + ", in steps of " + sizes.stepWidth() + "x"
                + sizes.stepHeight() + "; the usual ones are listed.");
        for (int[] usual : USUAL_SIZES) {
            boolean largest = usual[0] == sizes.maxWidth() && usual[1] == sizes.maxHeight();
            if (!largest && sizes.has(usual[0], usual[1])) {
                mode(pixelFormat, usual[0], usual[1]);
            }
        }
        mode(pixelFormat, sizes.maxWidth(), sizes.maxHeight());
    }

    private void mode(int pixelFormat, int width, int height) {
        modes.add(new CameraMode(V4l2.fourcc(pixelFormat), width, height, rates(pixelFormat, width, height)));
    }

    private List<Double> rates(int pixelFormat, int width, int height) {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            byte[] answer = V4l2.Rates.question(i, pixelFormat, width, height);
            if (calls.ioctl(handle, V4l2.ENUM_FRAMEINTERVALS, answer) < 0) {
                break;
            }
            V4l2.Rates range = V4l2.Rates.of(answer);
            rates.add(range.fastest());
            DoubleStream.of(USUAL_RATES)
                    .filter(rate -> rate < range.fastest() && rate > range.slowest())
                    .forEach(rates::add);
            rates.add(range.slowest());
        }
        return rates.stream()
                .filter(rate -> rate > 0)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
