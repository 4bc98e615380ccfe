/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

/**
 * A turn about the picture's middle, a shift, a scale and a shear: torchvision 0.28, {@code transforms/v2/functional/_geometry.py}.
 *
 * @param angleDeg clockwise, degrees
 * @param shiftX pixels to the right
 * @param shiftY pixels down
 * @param scale above 0
 * @param shearXDeg degrees
 * @param shearYDeg degrees
 */
record Affine(double angleDeg, double shiftX, double shiftY, double scale, double shearXDeg, double shearYDeg) {
    /** Moves the pixels; where none comes to lie is {@code fill}. */
    void apply(Picture picture, boolean bilinear, float fill) {
        float[] matrix = inverse(picture.width, picture.height);
        for (float[] plane : picture.planes()) {
            float[] before = plane.clone();
            for (int y = 0; y < picture.height; y++) {
                float fromMiddleY = y - (picture.height - 1) * 0.5f;
                for (int x = 0; x < picture.width; x++) {
                    float fromMiddleX = x - (picture.width - 1) * 0.5f;
                    float u = fromMiddleX * matrix[0] + fromMiddleY * matrix[1] + matrix[2];
                    float v = fromMiddleX * matrix[3] + fromMiddleY * matrix[4] + matrix[5];
                    float sourceX = ((u + 1) * picture.width - 1) / 2;
                    float sourceY = ((v + 1) * picture.height - 1) / 2;
                    plane[y * picture.width + x] = bilinear
                            ? between(before, picture, sourceX, sourceY, fill)
                            : at(before, picture, (int) Math.rint(sourceX), (int) Math.rint(sourceY), fill);
                }
            }
        }
    }

    /** From a pixel's place to where it comes from, both measured from the middle; the latter in halves of the picture's size. */
    private float[] inverse(int width, int height) {
        double rotation = Math.toRadians(angleDeg);
        double shearX = Math.toRadians(shearXDeg);
        double shearY = Math.toRadians(shearYDeg);
        double a = Math.cos(rotation - shearY) / Math.cos(shearY);
        double b = -(a * Math.tan(shearX) + Math.sin(rotation));
        double c = Math.sin(rotation - shearY) / Math.cos(shearY);
        double d = Math.cos(rotation) - c * Math.tan(shearX);
        double[] matrix = {d / scale, -b / scale, 0, -c / scale, a / scale, 0};
        matrix[2] = -matrix[0] * shiftX - matrix[1] * shiftY;
        matrix[5] = -matrix[3] * shiftX - matrix[4] * shiftY;
        float[] scaled = new float[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            scaled[i] = (float) matrix[i] / (0.5f * (i < 3 ? width : height));
        }
        return scaled;
    }

    private static float at(float[] plane, Picture picture, int x, int y, float fill) {
        return x < 0 || y < 0 || x >= picture.width || y >= picture.height ? fill : plane[y * picture.width + x];
    }

    private static float between(float[] plane, Picture picture, float x, float y, float fill) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = x - left;
        float down = y - top;
        float sum = 0;
        float inside = 0;
        for (int corner = 0; corner < 4; corner++) {
            int atX = left + (corner & 1);
            int atY = top + (corner >> 1);
            float weight = ((corner & 1) == 0 ? 1 - right : right) * (corner >> 1 == 0 ? 1 - down : down);
            if (atX >= 0 && atY >= 0 && atX < picture.width && atY < picture.height) {
                sum += weight * plane[atY * picture.width + atX];
                inside += weight;
            }
        }
        return (sum - fill) * inside + fill;
    }
}
