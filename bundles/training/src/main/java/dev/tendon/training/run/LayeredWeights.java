/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.nn.Shape;
import dev.tendon.nn.WeightSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weights of several sources, the first that has a name wins. Immutable. Thread: any. */
final class LayeredWeights implements WeightSource {
    /** A source, and what comes before its names here. */
    record Layer(WeightSource source, String scope) {}

    private record Place(WeightSource source, String name) {}

    private final Map<String, Place> places = new LinkedHashMap<>();

    LayeredWeights(List<Layer> layers) {
        for (Layer layer : layers) {
            for (String name : layer.source().names()) {
                places.putIfAbsent(layer.scope() + name, new Place(layer.source(), name));
            }
        }
    }

    @Override
    public Set<String> names() {
        return places.keySet();
    }

    @Override
    public Shape shape(String name) {
        Place place = places.get(name);
        return place.source().shape(place.name());
    }

    @Override
    public ByteBuffer float32(String name) throws IOException {
        Place place = places.get(name);
        return place.source().float32(place.name());
    }
}
