/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.nearest;

import java.util.List;

/** How one episode begins: what the robot observes, and a thumbnail for each camera. */
final class Beginning {
    private final double[] numbers;
    private final List<float[]> pictures;

    Beginning(double[] numbers, List<float[]> pictures) {
        this.numbers = numbers;
        this.pictures = pictures;
    }

    double number(int element) {
        return numbers[element];
    }

    /** The thumbnail of a camera. */
    float[] picture(int camera) {
        return pictures.get(camera);
    }

    /**
     * How unlike two beginnings are: the mean square of the pictures' differences, in units of full brightness, and that of the numbers, in
     * units of {@code spread}. Numbers that never differ count nothing.
     */
    double distance(Beginning other, double[] spread) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (spread[i] > 0) {
                double difference = (numbers[i] - other.numbers[i]) / spread[i];
                sum += difference * difference / numbers.length;
            }
        }
        for (int camera = 0; camera < pictures.size(); camera++) {
            sum += meanSquare(pictures.get(camera), other.pictures.get(camera));
        }
        return sum;
    }

    private static double meanSquare(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum / a.length;
    }
}
