/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import dev.tendon.training.options.ImageTransformOptions;
import dev.tendon.training.options.ImageTransformOptions.Transform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import javax.imageio.ImageIO;

/** Writes what changes make of a picture, as LeRobot lays it out. Thread: its creator's. */
final class Preview {
    private static final String WHERE = "--image_transforms";

    private final Picture original;
    private final Path folder;
    private final int examples;
    private final long seed;
    private int written;

    Preview(Picture original, Path folder, int examples, long seed) {
        this.original = original;
        this.folder = folder;
        this.examples = examples;
        this.seed = seed;
    }

    int written() {
        return written;
    }

    void write(ImageTransformOptions options) throws IOException {
        ImageTransformOptions on =
                new ImageTransformOptions(true, options.maxNumTransforms(), options.randomOrder(), options.tfs());
        Map<String, ImageChange> each = new LinkedHashMap<>(); // all are known before anything is written
        for (Map.Entry<String, Transform> entry : options.tfs().entrySet()) {
            each.put(entry.getKey(), ImageChanges.of(WHERE + ".tfs." + entry.getKey(), entry.getValue()));
        }
        ImageTransforms together = ImageTransforms.of(on, WHERE, seed).orElse(null);
        png(original, folder.resolve("original_frame.png"));
        for (int i = 1; i <= examples; i++) {
            ByteBuffer rgb = bytes(original);
            if (together != null) {
                together.apply("preview", i, 0, rgb, original.width, original.height);
            }
            png(rgb, folder.resolve("all").resolve(i + ".png"));
        }
        for (Map.Entry<String, ImageChange> entry : each.entrySet()) {
            single(
                    folder.resolve(entry.getKey()),
                    entry.getValue(),
                    options.tfs().get(entry.getKey()));
        }
    }

    private void single(Path own, ImageChange change, Transform transform) throws IOException {
        for (int i = 1; i <= examples; i++) {
            png(changed(change, seed + i), own.resolve(i + ".png"));
        }
        Map<String, BiFunction<Double, Double, Double>> fixed = new LinkedHashMap<>();
        fixed.put("min", (low, high) -> low);
        fixed.put("max", (low, high) -> high);
        fixed.put("mean", (low, high) -> (low + high) / 2);
        for (Map.Entry<String, BiFunction<Double, Double, Double>> each : fixed.entrySet()) {
            Transform only =
                    new Transform(transform.weight(), transform.type(), fixed(transform.kwargs(), each.getValue()));
            png(changed(ImageChanges.of(WHERE, only), seed), own.resolve(each.getKey() + ".png"));
        }
    }

    /** Each range made one value; what is no range stays. */
    private static Map<String, Object> fixed(Map<String, Object> kwargs, BiFunction<Double, Double, Double> of) {
        Map<String, Object> fixed = new LinkedHashMap<>(kwargs);
        fixed.replaceAll((name, value) -> {
            if (value instanceof List<?> two
                    && two.size() == 2
                    && two.get(0) instanceof Number low
                    && two.get(1) instanceof Number high) {
                double only = of.apply(low.doubleValue(), high.doubleValue());
                return List.of(only, only);
            }
            return value;
        });
        return fixed;
    }

    private Picture changed(ImageChange change, long by) {
        Picture picture = new Picture(original.width, original.height);
        picture.read(bytes(original));
        change.apply(picture, new SplittableRandom(by));
        return picture;
    }

    private static ByteBuffer bytes(Picture picture) {
        ByteBuffer rgb = ByteBuffer.allocate(picture.pixels() * 3);
        picture.write(rgb);
        return rgb;
    }

    private void png(Picture picture, Path file) throws IOException {
        png(bytes(picture), file);
    }

    private void png(ByteBuffer rgb, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(original.width, original.height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < original.pixels(); i++) {
            int pixel = (rgb.get(3 * i) & 0xff) << 16 | (rgb.get(3 * i + 1) & 0xff) << 8 | (rgb.get(3 * i + 2) & 0xff);
            image.setRGB(i % original.width, i / original.width, pixel);
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException(file + ": this Java writes no PNG files");
        }
        written++;
    }
}
