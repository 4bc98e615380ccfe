/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A random turn, shift, scale and shear: torchvision's {@code RandomAffine}. Shifts are parts of the picture's size. */
record RandomAffine(
        Range degrees,
        double shiftX,
        double shiftY,
        Range scale,
        Range shearX,
        Range shearY,
        boolean bilinear,
        float fill)
        implements ImageChange {
    private static final double FULL = Double.POSITIVE_INFINITY;

    static RandomAffine of(Arguments arguments) {
        Range degrees = arguments
                .range("degrees", 0, -FULL, FULL)
                .orElseThrow(() -> arguments.wrong("degrees", null, "a number or two"));
        List<Double> translate = arguments.numbers("translate", 2).orElse(List.of(0.0, 0.0));
        if (translate.stream().anyMatch(part -> !(part >= 0 && part <= 1))) {
            throw arguments.wrong("translate", translate, "two numbers from 0 to 1");
        }
        Range scale = arguments.range("scale", 1, 0, FULL).orElse(new Range(1, 1));
        if (scale.low() <= 0) {
            throw arguments.wrong("scale", scale, "numbers above 0");
        }
        List<Range> shear = shear(arguments);
        boolean bilinear = arguments
                .word("interpolation", "nearest", List.of("nearest", "bilinear"))
                .equals("bilinear");
        float fill = (float) arguments.number("fill", 0);
        arguments.done("RandomAffine", List.of("degrees", "translate", "scale", "shear", "interpolation", "fill"));
        return new RandomAffine(
                degrees, translate.get(0), translate.get(1), scale, shear.get(0), shear.get(1), bilinear, fill);
    }

    private static List<Range> shear(Arguments arguments) {
        Range none = new Range(0, 0);
        if (arguments.isNumber("shear")) {
            return List.of(arguments.range("shear", 0, -FULL, FULL).orElse(none), none);
        }
        Optional<List<Double>> given = arguments.numbers("shear", 2, 4);
        return given.map(four -> List.of(
                        new Range(four.get(0), four.get(1)),
                        four.size() == 4 ? new Range(four.get(2), four.get(3)) : none))
                .orElse(List.of(none, none));
    }

    @Override
    public void apply(Picture picture, SplittableRandom random) {
        double angle = degrees.draw(random);
        double dx = Math.rint(new Range(-shiftX, shiftX).draw(random) * picture.width);
        double dy = Math.rint(new Range(-shiftY, shiftY).draw(random) * picture.height);
        double size = scale.draw(random);
        new Affine(angle, dx, dy, size, shearX.draw(random), shearY.draw(random)).apply(picture, bilinear, fill);
    }
}
