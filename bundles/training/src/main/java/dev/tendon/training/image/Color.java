/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

/** Changes of colour by a factor: torchvision 0.28, {@code transforms/v2/functional/_color.py}. */
final class Color {
    private static final float RED = 0.2989f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private Color() {}

    /** 0 is black, 1 leaves it. */
    static void brightness(Picture picture, float factor) {
        for (float[] plane : picture.planes()) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Picture.clamp(plane[i] * factor);
            }
        }
    }

    /** 0 is grey as the mean, 1 leaves it. */
    static void contrast(Picture picture, float factor) {
        double sum = 0;
        for (int i = 0; i < picture.pixels(); i++) {
            sum += grey(picture, i);
        }
        float rest = (1 - factor) * (float) (sum / picture.pixels());
        for (float[] plane : picture.planes()) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Picture.clamp(plane[i] * factor + rest);
            }
        }
    }

    /** 0 is without colour, 1 leaves it. */
    static void saturation(Picture picture, float factor) {
        float rest = 1 - factor;
        for (int i = 0; i < picture.pixels(); i++) {
            float grey = rest * grey(picture, i);
            picture.red[i] = Picture.clamp(picture.red[i] * factor + grey);
            picture.green[i] = Picture.clamp(picture.green[i] * factor + grey);
            picture.blue[i] = Picture.clamp(picture.blue[i] * factor + grey);
        }
    }

    private static float grey(Picture picture, int i) {
        return picture.red[i] * RED + picture.green[i] * GREEN + picture.blue[i] * BLUE;
    }

    /** Turns the circle of colours: 0 leaves it, 0.5 and -0.5 give the complements. */
    static void hue(Picture picture, float factor) {
        for (int i = 0; i < picture.pixels(); i++) {
            float red = picture.red[i];
            float green = picture.green[i];
            float blue = picture.blue[i];
            float value = Math.max(red, Math.max(green, blue));
            float range = value - Math.min(red, Math.min(green, blue));
            float saturation = range == 0 ? 0 : range / value;
            float turned = hue(red, green, blue, value, range) + factor;
            turned -= (float) Math.floor(turned);
            float sixth = turned * 6;
            int sector = (int) Math.floor(sixth);
            float fraction = sixth - sector;
            float none = Picture.clamp((1 - saturation) * value);
            float falling = Picture.clamp((1 - saturation * fraction) * value);
            float rising = Picture.clamp((saturation * fraction + (1 - saturation)) * value);
            switch (sector % 6) {
                case 0 -> set(picture, i, value, rising, none);
                case 1 -> set(picture, i, falling, value, none);
                case 2 -> set(picture, i, none, value, rising);
                case 3 -> set(picture, i, none, falling, value);
                case 4 -> set(picture, i, rising, none, value);
                default -> set(picture, i, value, none, falling);
            }
        }
    }

    private static float hue(float red, float green, float blue, float value, float range) {
        if (range == 0) {
            return 0;
        }
        float r = (value - red) / range;
        float g = (value - green) / range;
        float b = (value - blue) / range;
        float sector = value == red ? b - g : value == green ? r + 2 - b : g + 4 - r;
        return (sector * (1f / 6f) + 1) % 1;
    }

    private static void set(Picture picture, int i, float red, float green, float blue) {
        picture.red[i] = red;
        picture.green[i] = green;
        picture.blue[i] = blue;
    }
}
