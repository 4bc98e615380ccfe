/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import dev.tendon.api.device.DeviceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Pictures in files, as FFmpeg's image2 wants them named.
 *
 * @param pattern {@code folder/*.png}, or {@code folder/img-%06d.png}
 * @param type {@code glob} or {@code sequence}
 * @param first number of the first picture of a sequence
 */
record ImageSequence(String pattern, String type, int first) {
    private static final List<String> ENDINGS = List.of("png", "jpg", "jpeg", "bmp", "webp", "tif", "tiff");
    private static final int HIGHEST_FIRST = 10_000;

    /** Whether {@code path} names a folder or a pattern rather than a file. */
    static boolean is(String path) {
        return path.matches(".*%\\d*d.*") || Files.isDirectory(Path.of(path));
    }

    static ImageSequence of(String path, String label) throws DeviceException {
        if (!Files.isDirectory(Path.of(path))) {
            for (int i = 0; i <= HIGHEST_FIRST; i++) {
                if (Files.exists(Path.of(String.format(Locale.ROOT, path, i)))) {
                    return new ImageSequence(path, "sequence", i);
                }
            }
            throw new DeviceException(
                    label + ": no picture fits " + path + " with a number from 0 to " + HIGHEST_FIRST);
        }
        try (Stream<Path> files = Files.list(Path.of(path))) {
            String ending = files.map(file -> ending(file.getFileName().toString()))
                    .filter(found -> ENDINGS.contains(found.toLowerCase(Locale.ROOT)))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new DeviceException(
                            label + ": there are no pictures in " + path + " (" + String.join(", ", ENDINGS) + ")"));
            return new ImageSequence(path.replaceAll("([*?\\[\\]{}\\\\])", "\\\\$1") + "/*." + ending, "glob", 0);
        } catch (IOException e) {
            throw new DeviceException(label + ": folder " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
