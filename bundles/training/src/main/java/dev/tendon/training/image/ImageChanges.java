/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import dev.tendon.api.option.ConfigException;
import dev.tendon.training.options.ImageTransformOptions.Transform;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The changes that are known, by LeRobot's and torchvision's names. */
final class ImageChanges {
    private static final Map<String, Function<Arguments, ImageChange>> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("CoarseDropout", CoarseDropout::of),
            Map.entry("ColorJitter", ColorJitter::of),
            Map.entry("GammaCorrection", GammaCorrection::of),
            Map.entry("GaussianNoise", GaussianNoise::of),
            Map.entry("GaussianPatchBrightness", GaussianPatchBrightness::of),
            Map.entry("Identity", arguments -> (picture, random) -> {}),
            Map.entry("MotionBlur", MotionBlur::of),
            Map.entry("PlanckianJitter", PlanckianJitter::of),
            Map.entry("RandomAffine", RandomAffine::of),
            Map.entry("RandomShadow", RandomShadow::of),
            Map.entry("SharpnessJitter", SharpnessJitter::of)));

    private ImageChanges() {}

    /** The change that {@code transform} describes; {@code where} names its option. */
    static ImageChange of(String where, Transform transform) {
        Function<Arguments, ImageChange> known = KNOWN.get(transform.type());
        if (known == null) {
            throw new ConfigException(where + ".type: \"" + transform.type() + "\" is not known here, only "
                    + String.join(", ", KNOWN.keySet()) + ". A weight of 0 leaves it out");
        }
        return known.apply(new Arguments(where, transform.kwargs()));
    }
}
