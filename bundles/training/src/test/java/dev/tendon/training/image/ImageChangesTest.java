/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.api.option.ConfigException;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.training.options.ImageTransformOptions.Transform;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pictures as torchvision changed them: see {@code golden/README.md}. */
class ImageChangesTest {
    private final SafeTensors golden = SafeTensors.open(Path.of(ImageChangesTest.class
            .getResource("/golden/image_transforms.safetensors")
            .toURI()));

    ImageChangesTest() throws IOException, URISyntaxException {}

    private Picture original() throws IOException {
        long[] shape = golden.tensor("original").shape();
        Picture picture = new Picture((int) shape[2], (int) shape[1]);
        float[] values = golden.tensor("original").floats();
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(values, channel * picture.pixels(), picture.planes()[channel], 0, picture.pixels());
        }
        return picture;
    }

    private void change(Picture picture, String name) {
        String[] parts = name.split("/");
        switch (parts[0]) {
            case "brightness" -> Color.brightness(picture, Float.parseFloat(parts[1]));
            case "contrast" -> Color.contrast(picture, Float.parseFloat(parts[1]));
            case "saturation" -> Color.saturation(picture, Float.parseFloat(parts[1]));
            case "hue" -> Color.hue(picture, Float.parseFloat(parts[1]));
            case "sharpness" -> Sharpness.adjust(picture, Float.parseFloat(parts[1]));
            case "gamma" -> GammaCorrection.correct(picture, Double.parseDouble(parts[1]));
            case "planckian" -> PlanckianJitter.light(picture, Integer.parseInt(parts[1]));
            case "dropout" -> {
                CoarseDropout.drop(picture, 0.3, 0.2, 0.4, 0.9, 0.5f);
                CoarseDropout.drop(picture, 0.05, 0.5, 1, 0.1, 0.5f);
            }
            case "shadow" -> {
                if (parts[1].equals("bright")) {
                    RandomShadow.cast(picture, 0.3, 0.1, 0.6);
                } else {
                    RandomShadow.cast(picture, -0.4, 0.7, 0.4);
                }
            }
            case "patches" -> GaussianPatchBrightness.shine(
                    picture, new double[][] {{0.2, 0.3, 0.1, 0.5}, {0.9, 0.5, 0.2, 1.6}});
            case "motion" -> MotionBlur.blur(picture, Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
            case "affine" -> affine(parts[1])
                    .apply(picture, parts[2].equals("bilinear"), parts[1].equals("all") ? 0.25f : 0);
            default -> assertThat(name).isEqualTo("original");
        }
    }

    private static Affine affine(String name) {
        return switch (name) {
            case "turn" -> new Affine(4.3, 0, 0, 1, 0, 0);
            case "shift" -> new Affine(0, 3, -2, 1, 0, 0);
            default -> new Affine(-11.7, 1, 2, 1.21, 5, -3);
        };
    }

    @Test
    void changesPicturesAsTorchvisionDoes() throws IOException {
        assertThat(golden.names()).hasSize(36);
        for (String name : golden.names()) {
            Picture picture = original();
            change(picture, name);
            float[] wanted = golden.tensor(name).floats();
            for (int channel = 0; channel < 3; channel++) {
                for (int i = 0; i < picture.pixels(); i++) {
                    assertThat((double) picture.planes()[channel][i])
                            .as("%s, channel %d, pixel %d", name, channel, i)
                            .isCloseTo(wanted[channel * picture.pixels() + i], within(2e-6));
                }
            }
        }
    }

    @Test
    void drawsWithinItsRanges() throws IOException {
        ImageChange change =
                ImageChanges.of("--tf", new Transform(1, "ColorJitter", Map.of("brightness", List.of(0.5, 0.6))));
        for (int seed = 0; seed < 50; seed++) {
            Picture picture = original();
            float before = picture.red[100];
            change.apply(picture, new SplittableRandom(seed));
            assertThat((double) picture.red[100] / before).isBetween(0.4999, 0.6001);
        }
    }

    @Test
    void namesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> ImageChanges.of("--x.tfs.a", new Transform(1, "JPEGCompression", Map.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--x.tfs.a.type")
                .hasMessageContaining("RandomAffine");
        assertThatThrownBy(() -> ImageChanges.of("--x", new Transform(1, "ColorJitter", Map.of("gamma", 1))))
                .hasMessageContaining("--x.kwargs.gamma");
        assertThatThrownBy(() -> ImageChanges.of("--x", new Transform(1, "ColorJitter", Map.of("hue", List.of(0, 1)))))
                .hasMessageContaining("--x.kwargs.hue");
        assertThatThrownBy(() -> ImageChanges.of("--x", new Transform(1, "SharpnessJitter", Map.of())))
                .hasMessageContaining("sharpness");
    }

    @Test
    void addsNoiseOfItsDeviation() {
        Picture picture = new Picture(100, 100);
        for (float[] plane : picture.planes()) {
            java.util.Arrays.fill(plane, 0.5f);
        }
        ImageChanges.of("--tf", new Transform(1, "GaussianNoise", Map.of("std", List.of(25.5, 25.5))))
                .apply(picture, new SplittableRandom(1));

        double squares = 0;
        for (float value : picture.red) {
            squares += (value - 0.5) * (value - 0.5);
        }
        assertThat(Math.sqrt(squares / picture.pixels())).isCloseTo(0.1, within(0.003));
    }

    @Test
    void drawsLeRobotsOtherKindsWithTheirDefaults() throws IOException {
        for (String type : List.of(
                "CoarseDropout",
                "GammaCorrection",
                "GaussianNoise",
                "GaussianPatchBrightness",
                "MotionBlur",
                "PlanckianJitter",
                "RandomShadow")) {
            Picture picture = original();
            ImageChanges.of("--tf", new Transform(1, type, Map.of())).apply(picture, new SplittableRandom(3));
            assertThat(picture.red).as(type).isNotEqualTo(original().red);
        }
    }
}
