/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.training.options.ImageTransformOptions;
import dev.tendon.training.options.ImageTransformOptions.Transform;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImageTransformsTest {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 12;

    private static ImageTransformOptions options(boolean enable) {
        Map<String, Transform> tfs = new LinkedHashMap<>();
        tfs.put("brightness", new Transform(1, "ColorJitter", Map.of("brightness", List.of(0.8, 1.2))));
        tfs.put("hue", new Transform(1, "ColorJitter", Map.of("hue", List.of(-0.05, 0.05))));
        tfs.put("sharpness", new Transform(1, "SharpnessJitter", Map.of("sharpness", List.of(0.5, 1.5))));
        tfs.put(
                "affine",
                new Transform(
                        1, "RandomAffine", Map.of("degrees", List.of(-5.0, 5.0), "translate", List.of(0.05, 0.05))));
        tfs.put("none", new Transform(0, "JPEGCompression", Map.of()));
        return new ImageTransformOptions(enable, 3, false, tfs);
    }

    private static byte[] picture() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        new Random(1).nextBytes(rgb);
        return rgb;
    }

    private static byte[] changed(long seed, String camera, long epoch, long index) {
        ByteBuffer rgb = ByteBuffer.wrap(picture());
        ImageTransforms.of(options(true), "--t", seed).orElseThrow().apply(camera, epoch, index, rgb, WIDTH, HEIGHT);
        return rgb.array();
    }

    @Test
    void isOffUnlessEnabled() {
        assertThat(ImageTransforms.of(options(false), "--t", 1)).isEmpty();
    }

    @Test
    void changesAPictureTheSameWayAgain() {
        assertThat(changed(1, "top", 2, 3)).isEqualTo(changed(1, "top", 2, 3)).isNotEqualTo(picture());
    }

    @Test
    void changesOtherItemsEpochsCamerasAndRunsOtherwise() {
        byte[] one = changed(1, "top", 2, 3);

        assertThat(changed(2, "top", 2, 3)).isNotEqualTo(one);
        assertThat(changed(1, "wrist", 2, 3)).isNotEqualTo(one);
        assertThat(changed(1, "top", 3, 3)).isNotEqualTo(one);
        assertThat(changed(1, "top", 2, 4)).isNotEqualTo(one);
    }

    @Test
    void drawsEachKindOnceAndByItsWeight() {
        double[] weights = {1, 2, 0, 3};
        int[] first = new int[4];
        for (int seed = 0; seed < 6000; seed++) {
            int[] drawn = Drawing.weighted(weights, 3, new SplittableRandom(seed));
            first[drawn[0]]++;
            assertThat(Arrays.stream(drawn).distinct().toArray()).hasSize(3).doesNotContain(2);
        }
        assertThat(first[0]).isBetween(850, 1150);
        assertThat(first[1]).isBetween(1850, 2150);
        assertThat(first[3]).isBetween(2850, 3150);
    }
}
