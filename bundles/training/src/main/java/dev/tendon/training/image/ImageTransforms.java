/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.read.PictureTransform;
import dev.tendon.training.options.ImageTransformOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32C;

/** A few changes of each picture, drawn by their weights: LeRobot's {@code ImageTransforms}. Thread: any, several at a time. */
public final class ImageTransforms implements PictureTransform {
    private final long seed;
    private final int count;
    private final boolean randomOrder;
    private final List<ImageChange> changes = new ArrayList<>();
    private final double[] weights;

    /** Pictures that nobody works on. */
    private final Queue<Picture> idle = new ConcurrentLinkedQueue<>();

    private ImageTransforms(ImageTransformOptions options, String where, long seed) {
        this.seed = seed;
        List<Double> positive = new ArrayList<>();
        for (Map.Entry<String, ImageTransformOptions.Transform> each :
                options.tfs().entrySet()) {
            if (each.getValue().weight() > 0) {
                changes.add(ImageChanges.of(where + ".tfs." + each.getKey(), each.getValue()));
                positive.add(each.getValue().weight());
            }
        }
        weights = positive.stream().mapToDouble(Double::doubleValue).toArray();
        count = Math.min(changes.size(), options.maxNumTransforms());
        randomOrder = options.randomOrder();
        if (options.maxNumTransforms() < 0) {
            throw new ConfigException(where + ".max_num_transforms: " + options.maxNumTransforms() + " is below 0");
        }
    }

    /**
     * The changes that the options describe; empty where they are off.
     *
     * @param where the options' name, for messages: {@code --dataset.image_transforms}
     * @param seed of all that is drawn
     * @throws ConfigException where a transform or an argument is not known
     */
    public static Optional<ImageTransforms> of(ImageTransformOptions options, String where, long seed) {
        if (!options.enable()) {
            return Optional.empty();
        }
        ImageTransforms transforms = new ImageTransforms(options, where, seed);
        return transforms.count == 0 ? Optional.empty() : Optional.of(transforms);
    }

    @Override
    public void apply(String camera, long epoch, long index, ByteBuffer rgb, int width, int height) {
        Picture waiting = idle.poll();
        Picture picture = waiting != null && waiting.width == width && waiting.height == height
                ? waiting
                : new Picture(width, height);
        picture.read(rgb);
        apply(picture, random(camera, epoch, index));
        picture.write(rgb);
        idle.add(picture);
    }

    private void apply(Picture picture, SplittableRandom random) {
        int[] drawn = Drawing.weighted(weights, count, random);
        if (!randomOrder) {
            Arrays.sort(drawn);
        }
        for (int change : drawn) {
            changes.get(change).apply(picture, random);
        }
    }

    private SplittableRandom random(String camera, long epoch, long index) {
        CRC32C name = new CRC32C();
        name.update(camera.getBytes(StandardCharsets.UTF_8));
        long mixed = seed;
        for (long part : new long[] {name.getValue(), epoch, index}) {
            mixed = new SplittableRandom(mixed ^ part).nextLong();
        }
        return new SplittableRandom(mixed);
    }
}
