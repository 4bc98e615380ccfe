/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.camera.FoundCamera;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.IndexOrPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cameras that Linux knows: nodes {@code videoN} of the kernel's list that deliver pictures. */
final class CameraSearch {
    /** Asks a device for its default mode. */
    interface Modes {
        /** The mode it is in when it is opened; empty where it cannot be opened as a camera. */
        Optional<DefaultMode> of(int index) throws DeviceException;
    }

    private final Path nodes;
    private final Modes modes;

    CameraSearch(Path nodes, Modes modes) {
        this.nodes = nodes;
        this.modes = modes;
    }

    List<FoundCamera<OpenCvCameraConfig>> find() throws DeviceException {
        if (!Files.isDirectory(nodes)) {
            return List.of();
        }
        List<Integer> indices;
        try (Stream<Path> entries = Files.list(nodes)) {
            indices = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("video\\d{1,4}"))
                    .map(name -> Integer.valueOf(name.substring("video".length())))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new DeviceException(
                    "The kernel's list of cameras, " + nodes + ", cannot be read: " + e.getMessage(), e);
        }
        List<FoundCamera<OpenCvCameraConfig>> found = new ArrayList<>();
        for (int index : indices) {
            Optional<DefaultMode> mode = modes.of(index);
            mode.ifPresent(is -> found.add(
                    new FoundCamera<>("/dev/video" + index, name(index), List.of(is.shown()), is.config(index))));
        }
        return found;
    }

    private String name(int index) {
        try {
            return Files.readString(nodes.resolve("video" + index).resolve("name"))
                    .strip();
        } catch (IOException e) {
            return "/dev/video" + index;
        }
    }

    static IndexOrPath path(int index) {
        return new IndexOrPath.Path("/dev/video" + index);
    }
}
