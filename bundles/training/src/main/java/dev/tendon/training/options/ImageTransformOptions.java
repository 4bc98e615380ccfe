/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.options;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.Map;

/** Options {@code --dataset.image_transforms.…}: LeRobot 0.6, {@code transforms/transforms.py}. */
@Describe("Changes pictures at random, so that it learns what does not matter")
public record ImageTransformOptions(
        @Describe("Do it") @Default("false") boolean enable,
        @Describe("Most transforms on one picture") @Default("3") int maxNumTransforms,
        @Describe("Apply them in random order") @Default("false") boolean randomOrder,
        @Describe("The transforms by name")
                @Default("{brightness: {weight: 1.0, type: ColorJitter, kwargs: {brightness: [0.8, 1.2]}}, "
                        + "contrast: {weight: 1.0, type: ColorJitter, kwargs: {contrast: [0.8, 1.2]}}, "
                        + "saturation: {weight: 1.0, type: ColorJitter, kwargs: {saturation: [0.5, 1.5]}}, "
                        + "hue: {weight: 1.0, type: ColorJitter, kwargs: {hue: [-0.05, 0.05]}}, "
                        + "sharpness: {weight: 1.0, type: SharpnessJitter, kwargs: {sharpness: [0.5, 1.5]}}, "
                        + "affine: {weight: 1.0, type: RandomAffine, "
                        + "kwargs: {degrees: [-5.0, 5.0], translate: [0.05, 0.05]}}}")
                Map<String, Transform> tfs) {
    /** A transform. */
    @Describe("A transform")
    public record Transform(
            @Describe("How often it is chosen, against the others") @Default("1.0") double weight,
            @Describe("Which one, by torchvision's name") @Default("Identity") String type,
            @Describe("Its ranges") @Default("{}") Map<String, Object> kwargs) {}
}
