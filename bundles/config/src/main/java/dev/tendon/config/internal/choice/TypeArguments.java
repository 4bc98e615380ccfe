/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.choice;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what a class gives for a type parameter of one of its supertypes. */
public final class TypeArguments {
    private TypeArguments() {}

    /** The class that {@code type} gives for the first type parameter of {@code generic}, where it gives one. */
    public static Optional<Class<?>> first(Class<?> type, Class<?> generic) {
        return Optional.ofNullable(find(type, Map.of(), generic)).flatMap(TypeArguments::raw);
    }

    private static @Nullable Type find(@Nullable Type type, Map<TypeVariable<?>, Type> bound, Class<?> generic) {
        if (type == null) {
            return null;
        }
        Map<TypeVariable<?>, Type> own = new HashMap<>();
        Class<?> raw;
        if (type instanceof ParameterizedType parameterized) {
            raw = (Class<?>) parameterized.getRawType();
            TypeVariable<?>[] variables = raw.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                Type argument = parameterized.getActualTypeArguments()[i];
                own.put(variables[i], bound.getOrDefault(argument, argument));
            }
        } else {
            raw = (Class<?>) type;
        }
        if (raw == generic) {
            return generic.getTypeParameters().length == 0 ? null : own.get(generic.getTypeParameters()[0]);
        }
        Type found = find(raw.getGenericSuperclass(), own, generic);
        for (Type above : raw.getGenericInterfaces()) {
            found = found == null ? find(above, own, generic) : found;
        }
        return found;
    }

    private static Optional<Class<?>> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return Optional.of(plain);
        }
        return type instanceof ParameterizedType parameterized ? raw(parameterized.getRawType()) : Optional.empty();
    }
}
