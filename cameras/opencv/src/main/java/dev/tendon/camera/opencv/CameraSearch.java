/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.camera.CameraMode;
import dev.tendon.api.camera.FoundCamera;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.IndexOrPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cameras that there are. On Linux each tells all its modes through Video4Linux 2; elsewhere OpenCV opens one number after the other
 * and tells the mode that it finds.
 */
final class CameraSearch {
    /** OpenCV numbers cameras from 0; so far it is asked where no list is. */
    private static final int NUMBERS_ELSEWHERE = 10;

    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    private static final int ENXIO = 6;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int ENODEV = 19;

    private final VideoNodes nodes;
    private final VideoCalls calls;
    private final DefaultMode.Asker openCv;

    CameraSearch(VideoNodes nodes, VideoCalls calls, DefaultMode.Asker openCv) {
        this.nodes = nodes;
        this.calls = calls;
        this.openCv = openCv;
    }

    /** Cameras of a system with Video4Linux. */
    List<FoundCamera<OpenCvCameraConfig>> find() throws DeviceException {
        List<FoundCamera<OpenCvCameraConfig>> found = new ArrayList<>();
        for (int number : nodes.numbers()) {
            try {
                found(number).ifPresent(found::add);
            } catch (LinkageError e) {
                return byDefaultMode(
                        nodes.numbers().stream().toList(),
                        true,
                        "All modes can be told only through JNA, whose native library does not load here ("
                                + e.getMessage() + "); this is the default one.");
            }
        }
        return found;
    }

    /** Cameras of a system without. */
    List<FoundCamera<OpenCvCameraConfig>> findElsewhere(String system) throws DeviceException {
        return byDefaultMode(
                IntStream.range(0, NUMBERS_ELSEWHERE).boxed().toList(),
                false,
                "On " + system + " only the default mode can be told; all are told on Linux.");
    }

    private Optional<FoundCamera<OpenCvCameraConfig>> found(int number) {
        String device = nodes.device(number);
        int handle = calls.open(device);
        if (handle < 0) {
            return nodes.first(number) ? Optional.of(closed(number, -handle)) : Optional.empty();
        }
        Optional<VideoDevice.Description> description;
        try {
            description = VideoDevice.ask(calls, handle);
        } finally {
            calls.close(handle);
        }
        return description.map(is -> new FoundCamera<>(
                device,
                is.name(),
                is.modes(),
                is.remarks(),
                is.busy() ? Optional.of(nodes.busy(number)) : Optional.empty(),
                is.busy() ? Optional.empty() : config(device, is)));
    }

    private FoundCamera<OpenCvCameraConfig> closed(int number, int error) {
        String device = nodes.device(number);
        String why =
                switch (error) {
                    case EPERM, EACCES -> nodes.denied(number);
                    case EBUSY -> nodes.busy(number);
                    case ENOENT, ENXIO, ENODEV -> "the kernel knows it, but " + device
                            + " does not open. In a container, hand it in (docker run --device " + device
                            + "); otherwise unplug the camera and plug it in again";
                    default -> device + " cannot be opened (error " + error
                            + " of the system). Unplug the camera and plug it in again";
                };
        return new FoundCamera<>(device, nodes.name(number), List.of(), List.of(), Optional.of(why), Optional.empty());
    }

    /** Options for what it is set to; where it does not tell, or at a rate that is no whole number, for its first mode that will do. */
    private static Optional<OpenCvCameraConfig> config(String device, VideoDevice.Description is) {
        Optional<OpenCvCameraConfig> current =
                is.current().flatMap(mode -> config(device, completed(mode, is.modes()), Optional.empty()));
        return current.or(() -> is.modes().stream()
                .flatMap(mode -> config(device, mode, Optional.of(mode.fourcc())).stream())
                .findFirst());
    }

    /** A mode whose rate is not told, with those of its like. */
    private static CameraMode completed(CameraMode mode, List<CameraMode> modes) {
        return mode.fps().isEmpty()
                ? modes.stream()
                        .filter(like -> like.fourcc().equals(mode.fourcc())
                                && like.width() == mode.width()
                                && like.height() == mode.height())
                        .findFirst()
                        .orElse(mode)
                : mode;
    }

    private static Optional<OpenCvCameraConfig> config(String device, CameraMode mode, Optional<String> fourcc) {
        return mode.fps().stream()
                .filter(fps -> OpenCvCapture.same(Math.rint(fps), fps) && fps >= 0.5)
                .findFirst()
                .map(fps -> DefaultMode.config(
                        new IndexOrPath.Path(device),
                        mode.width(),
                        mode.height(),
                        (int) Math.rint(fps),
                        fourcc.filter(code -> code.length() == 4),
                        Backend.V4L2));
    }

    private List<FoundCamera<OpenCvCameraConfig>> byDefaultMode(List<Integer> numbers, boolean paths, String remark)
            throws DeviceException {
        List<FoundCamera<OpenCvCameraConfig>> found = new ArrayList<>();
        for (int number : numbers) {
            Optional<DefaultMode> mode = openCv.of(number);
            if (mode.isPresent()) {
                IndexOrPath place = paths ? new IndexOrPath.Path(nodes.device(number)) : new IndexOrPath.Index(number);
                found.add(new FoundCamera<>(
                        paths ? nodes.device(number) : Integer.toString(number),
                        nodes.name(number),
                        List.of(mode.get().mode()),
                        List.of(remark),
                        Optional.empty(),
                        Optional.of(mode.get().config(place, paths ? Backend.V4L2 : Backend.ANY))));
            }
        }
        return found;
    }
}
