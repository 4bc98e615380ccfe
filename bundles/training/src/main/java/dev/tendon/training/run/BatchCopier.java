/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.checkpoint.DrawnInput;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.Normalization;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.checkpoint.TrainingModel;
import dev.tendon.dataset.read.Item;
import dev.tendon.nn.Port;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a network's inputs of items: numbers on the network's scale, pictures as planes of such, padding as truth values. Immutable but for
 * places of its own: one thread at a time.
 */
final class BatchCopier {
    private static final int LEVELS = 256;

    /** Copies what one input has of one item. */
    private interface Copy {
        /**
         * Copies it.
         *
         * @param into the input's part of one item, from position 0
         * @param padded whether the item stands in for one that is not there
         */
        void item(Item item, ByteBuffer into, boolean padded);
    }

    private final int batch;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final Map<String, Copy> copies = new LinkedHashMap<>();

    /**
     * For a model.
     *
     * @param own the dataset's names by the policy's; a name that is not here is the same
     */
    BatchCopier(TrainingModel model, Normalization normalization, Map<String, String> own, int batch) {
        this.batch = batch;
        Set<String> drawn = model.drawn().stream().map(DrawnInput::name).collect(Collectors.toSet());
        for (Port port : model.inputs(batch)) {
            if (drawn.contains(port.name())) {
                continue;
            }
            sizes.put(port.name(), bytes(port));
            copies.put(port.name(), copy(port.name(), model.features(), normalization, own));
        }
    }

    private static int bytes(Port port) {
        int element =
                switch (port.kind()) {
                    case FLOAT32 -> Float.BYTES;
                    case INT64 -> Long.BYTES;
                    case BOOL -> 1;
                };
        return Math.toIntExact(port.shape().elements() * element);
    }

    private static Copy copy(
            String name, Map<String, PolicyFeature> features, Normalization normalization, Map<String, String> own) {
        PolicyFeature feature = features.get(name);
        if (feature == null && name.endsWith(TrainingModel.PADDING)) {
            String padded = name.substring(0, name.length() - TrainingModel.PADDING.length());
            return padding(own.getOrDefault(padded, padded));
        }
        if (feature == null) {
            throw new IllegalArgumentException("The input \"" + name + "\" is no feature of the policy, and not drawn");
        }
        String there = own.getOrDefault(name, name);
        return feature.type() == FeatureKind.VISUAL
                ? pictures(
                        there,
                        feature,
                        normalization.levels(name, feature.shape().get(0)))
                : numbers(there, name, normalization);
    }

    private static Copy padding(String feature) {
        return (item, into, padded) -> {
            for (int step = 0; step < item.steps(feature); step++) {
                into.put((byte) (padded || item.pad(feature, step) ? 1 : 0));
            }
        };
    }

    private static Copy numbers(String there, String name, Normalization normalization) {
        return (item, into, padded) -> {
            float[] values = new float[item.steps(there) * item.elements(there)];
            item.numbers(there, values, 0);
            normalization.normalize(name, values);
            into.asFloatBuffer().put(values);
        };
    }

    /** A look into a table for each number of each pixel. */
    private static Copy pictures(String there, PolicyFeature feature, float[] levels) {
        int channels = feature.shape().get(0);
        int pixels = feature.shape().get(1) * feature.shape().get(2);
        byte[] rgb = new byte[channels * pixels];
        float[] planes = new float[channels * pixels];
        return (item, into, padded) -> {
            for (int step = 0; step < item.steps(there); step++) {
                item.rgb(there, step).get(rgb);
                for (int channel = 0; channel < channels; channel++) {
                    int table = channel * LEVELS;
                    int at = channel * pixels;
                    for (int pixel = 0, from = channel; pixel < pixels; pixel++, from += channels) {
                        planes[at + pixel] = levels[table + (rgb[from] & 0xff)];
                    }
                }
                into.slice(step * planes.length * Float.BYTES, planes.length * Float.BYTES)
                        .order(into.order())
                        .asFloatBuffer()
                        .put(planes);
            }
        };
    }

    /** A place for a batch, outside the heap. */
    Map<String, ByteBuffer> place() {
        Map<String, ByteBuffer> place = new LinkedHashMap<>();
        sizes.forEach(
                (name, size) -> place.put(name, ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder())));
        return place;
    }

    /** Copies items, of which there may be fewer than a batch: the first stand in for those that are not there, wholly padded. */
    void copy(List<Item> items, Map<String, ByteBuffer> place) {
        copies.forEach((name, copy) -> {
            ByteBuffer into = place.get(name);
            int size = sizes.get(name) / batch;
            for (int row = 0; row < batch; row++) {
                copy.item(
                        items.get(row % items.size()),
                        into.slice(row * size, size).order(into.order()),
                        row >= items.size());
            }
        });
    }
}
