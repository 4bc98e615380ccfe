/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.shell.Verb;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the options record of a verb: what its class, or a superclass, gives for {@code Verb}'s type parameter. */
final class OptionsType {
    private OptionsType() {}

    /**
     * The record.
     *
     * @throws IllegalStateException where the class leaves it open
     */
    static Class<? extends Record> of(Class<?> verbType) {
        return find(verbType, Map.of())
                .orElseThrow(() -> new IllegalStateException(
                        verbType.getName() + " does not say which options record it takes: Verb<…>"));
    }

    private static Optional<Class<? extends Record>> find(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Map<TypeVariable<?>, Type> inner = new HashMap<>();
            Type[] arguments = generic.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                inner.put(raw.getTypeParameters()[i], bound.getOrDefault(arguments[i], arguments[i]));
            }
            if (raw == Verb.class) {
                return inner.get(raw.getTypeParameters()[0]) instanceof Class<?> options && options.isRecord()
                        ? Optional.of(options.asSubclass(Record.class))
                        : Optional.empty();
            }
            return supertypes(raw, inner);
        }
        return type instanceof Class<?> raw ? supertypes(raw, bound) : Optional.empty();
    }

    private static Optional<Class<? extends Record>> supertypes(Class<?> raw, Map<TypeVariable<?>, Type> bound) {
        for (Type type : raw.getGenericInterfaces()) {
            Optional<Class<? extends Record>> found = find(type, bound);
            if (found.isPresent()) {
                return found;
            }
        }
        Type superclass = raw.getGenericSuperclass();
        return superclass == null ? Optional.empty() : find(superclass, bound);
    }
}
