/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.choice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A choice that somebody made and its options, not yet bound to a version of the bundle that offers it: what
 * {@code --robot.type=so101_follower --robot.port=sim:} says. As a component of a config record it makes a nested choice,
 * as in {@code Map<String, Chosen<CameraType<?>>> cameras}.
 *
 * <p>It holds plain data, no class of a bundle, so that it outlives an update: {@link Choices#bind} turns it into the
 * config record of whichever version is to be used.
 *
 * @param type the choice's name as given, possibly an alias
 * @param options what was given, by option name: strings, numbers, booleans, null, lists and maps of these; defaults are
 *     not filled in. Unmodifiable.
 * @param <T> the registry's type
 */
@SuppressWarnings("UnusedTypeParameter") // it tells the binder which registry to look in
public record Chosen<T extends ChoiceType<?>>(String type, Map<String, Object> options) {
    public Chosen {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
