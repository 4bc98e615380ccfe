/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.feature;

import java.util.List;
import java.util.Objects;

/**
 * One typed entry of an observation or an action: a joint, a velocity, a vector, a picture, a text. Immutable; equal by
 * value. Thread: any.
 *
 * <p>A scalar keeps the device's own name for it ({@code shoulder_pan.pos}); the dataset layer gathers scalars into
 * {@code observation.state} and {@code action} as LeRobot does.
 */
public final class Feature {
    private final String name;
    private final Dtype dtype;
    private final List<Integer> shape;
    private final List<String> names;
    private final String unit;

    private Feature(String name, Dtype dtype, List<Integer> shape, List<String> names, String unit) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A feature needs a name");
        }
        for (int extent : shape) {
            if (extent < 1) {
                throw new IllegalArgumentException("Feature \"" + name + "\": extent " + extent + " in shape " + shape);
            }
        }
        this.name = name;
        this.dtype = dtype;
        this.shape = List.copyOf(shape);
        this.names = List.copyOf(names);
        this.unit = unit;
    }

    /** A single number. {@code unit} as in {@link Units}. */
    public static Feature scalar(String name, String unit) {
        return new Feature(name, Dtype.FLOAT32, List.of(1), List.of(), unit);
    }

    /** A single truth value, stored as 0 or 1. */
    public static Feature flag(String name) {
        return new Feature(name, Dtype.BOOL, List.of(1), List.of(), Units.NONE);
    }

    /** A vector with a name for each element. */
    public static Feature vector(String name, List<String> elementNames, String unit) {
        return new Feature(name, Dtype.FLOAT32, List.of(elementNames.size()), elementNames, unit);
    }

    /** A picture: rows, columns, channels, in that order in memory, 8 bits a channel. */
    public static Feature image(String name, int height, int width, int channels) {
        return new Feature(
                name,
                Dtype.IMAGE,
                List.of(height, width, channels),
                List.of("height", "width", "channels"),
                Units.NONE);
    }

    /** A text, such as a language task. */
    public static Feature text(String name) {
        return new Feature(name, Dtype.STRING, List.of(1), List.of(), Units.NONE);
    }

    /** Any numeric feature. */
    public static Feature of(String name, Dtype dtype, List<Integer> shape, List<String> names, String unit) {
        return new Feature(name, dtype, shape, names, unit);
    }

    public String name() {
        return name;
    }

    /** LeRobot's name for a camera's pictures: {@code observation.images.CAMERA}; a name that is such a whole one already stays. */
    public String pictureKey() {
        return name.startsWith("observation.") ? name : "observation.images." + name;
    }

    public Dtype dtype() {
        return dtype;
    }

    /** Extents, outermost first; {@code [1]} for a scalar. */
    public List<Integer> shape() {
        return shape;
    }

    /** Names of elements (a vector) or of axes (a picture); may be empty. */
    public List<String> names() {
        return names;
    }

    /** The unit of every element, as in {@link Units}; empty where there is none. */
    public String unit() {
        return unit;
    }

    /** Product of the extents. */
    public int elements() {
        int n = 1;
        for (int extent : shape) {
            n = Math.multiplyExact(n, extent);
        }
        return n;
    }

    /** Whether the elements are numbers kept in a frame's value slots. */
    public boolean numeric() {
        return dtype != Dtype.IMAGE && dtype != Dtype.STRING;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Feature f
                && name.equals(f.name)
                && dtype == f.dtype
                && shape.equals(f.shape)
                && names.equals(f.names)
                && unit.equals(f.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, dtype, shape, names, unit);
    }

    @Override
    public String toString() {
        return name + ": " + dtype.spelling() + shape + (unit.isEmpty() ? "" : " " + unit);
    }
}
