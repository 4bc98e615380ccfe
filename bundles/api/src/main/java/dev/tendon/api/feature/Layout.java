/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each feature lies in a frame: numbers in consecutive value slots, pictures in image slots, texts in text slots,
 * each kind counted from 0 in the order of the features. Names are looked up once, at connect; the loop uses slots.
 * Immutable. Thread: any.
 */
public final class Layout {
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<String> valueNames = new ArrayList<>();
    private final List<Feature> images = new ArrayList<>();
    private final List<Feature> texts = new ArrayList<>();

    Layout(List<Feature> features) {
        for (Feature f : features) {
            switch (f.dtype()) {
                case IMAGE -> {
                    slots.put(f.name(), images.size());
                    images.add(f);
                }
                case STRING -> {
                    slots.put(f.name(), texts.size());
                    texts.add(f);
                }
                case FLOAT32, FLOAT64, INT64, BOOL -> addValues(f);
            }
        }
    }

    private void addValues(Feature f) {
        slots.put(f.name(), valueNames.size());
        int n = f.elements();
        for (int i = 0; i < n; i++) {
            String element = f.names().size() == n ? f.names().get(i) : f.name() + "." + i;
            valueNames.add(n == 1 ? f.name() : element);
        }
    }

    /**
     * First slot of feature {@code name}, among the slots of its kind.
     *
     * @throws IllegalArgumentException where there is no such feature
     */
    public int slot(String name) {
        Integer slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("No feature \"" + name + "\" among " + slots.keySet());
        }
        return slot;
    }

    /** Number of value slots. */
    public int values() {
        return valueNames.size();
    }

    /** A name for each value slot: a scalar's own, or that of a vector's element. Unmodifiable. */
    public List<String> valueNames() {
        return List.copyOf(valueNames);
    }

    /** The features of the image slots, in order. Unmodifiable. */
    public List<Feature> images() {
        return List.copyOf(images);
    }

    /** The features of the text slots, in order. Unmodifiable. */
    public List<Feature> texts() {
        return List.copyOf(texts);
    }
}
