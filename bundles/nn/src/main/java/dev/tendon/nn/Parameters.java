/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A network's parameters by name, seen from one of its parts.
 *
 * @param <T> the engine's tensors
 */
public final class Parameters<T extends Tensor> {
    private final String scope;
    private final Function<ParameterSpec, T> loader;

    /** All parameters; {@code loader} gives each one that is asked for, or throws {@link NetworkException} naming it. */
    public Parameters(Function<ParameterSpec, T> loader) {
        this("", loader);
    }

    private Parameters(String scope, Function<ParameterSpec, T> loader) {
        this.scope = scope;
        this.loader = loader;
    }

    /** Those of the part {@code name}: {@code in("encoder").in("layers").in("0")}. */
    public Parameters<T> in(String name) {
        return new Parameters<>(scope + name + ".", loader);
    }

    /** Those of the part number {@code index} of a list. */
    public Parameters<T> in(int index) {
        return in(Integer.toString(index));
    }

    /** The same parameters, each asked for as {@code change} makes it: with a beginning that differs from its layer's, say. */
    public Parameters<T> adjusted(UnaryOperator<ParameterSpec> change) {
        return new Parameters<>(scope, spec -> loader.apply(change.apply(spec)));
    }

    /** A parameter that training changes. */
    public T get(String name, Init init, long... shape) {
        return loader.apply(new ParameterSpec(scope + name, Shape.of(shape), init, true));
    }

    /** A parameter that training leaves alone. */
    public T buffer(String name, Init init, long... shape) {
        return loader.apply(new ParameterSpec(scope + name, Shape.of(shape), init, false));
    }
}
