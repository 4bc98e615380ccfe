/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.shape;

import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.Alias;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.config.Positional;
import dev.tendon.config.internal.shape.OptionType.Basic;
import dev.tendon.config.internal.shape.OptionType.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options that a record declares, in order.
 *
 * @param type the record
 * @param description of the whole; may be empty
 * @param options one for each component
 */
public record RecordShape(Class<? extends Record> type, String description, List<Option> options) {
    /**
     * Reads a record's declaration.
     *
     * @throws IllegalArgumentException where a component is of a type that options cannot have: a mistake of whoever wrote
     *     the record
     */
    public static RecordShape of(Class<? extends Record> type) {
        Describe describe = type.getAnnotation(Describe.class);
        List<Option> options = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            options.add(option(component));
        }
        return new RecordShape(type, describe == null ? "" : describe.value(), List.copyOf(options));
    }

    /** The option that goes by a spelling, in which dashes may stand for underscores. */
    public Optional<Option> find(String spelling) {
        String name = Names.underscores(spelling);
        return options.stream().filter(option -> option.goesBy(name)).findFirst();
    }

    /** The name of the registry of {@code type}: its simple name without {@code Type}, in lower case. */
    public static String registry(String interfaceName) {
        String simple =
                interfaceName.substring(Math.max(interfaceName.lastIndexOf('.'), interfaceName.lastIndexOf('$')) + 1);
        String stem =
                simple.endsWith("Type") && simple.length() > 4 ? simple.substring(0, simple.length() - 4) : simple;
        return stem.toLowerCase(Locale.ROOT);
    }

    private static Option option(RecordComponent component) {
        Describe describe = component.getAnnotation(Describe.class);
        Alias alias = component.getAnnotation(Alias.class);
        Default fallback = component.getAnnotation(Default.class);
        NoEffect noEffect = component.getAnnotation(NoEffect.class);
        Positional positional = component.getAnnotation(Positional.class);
        String name = Names.snake(component.getName());
        return new Option(
                name,
                alias == null ? List.of() : List.of(alias.value()),
                alias == null ? "" : alias.from(),
                optionType(component.getGenericType(), component),
                describe == null ? "" : describe.value(),
                describe == null ? "" : describe.unit(),
                Optional.ofNullable(fallback).map(Default::value),
                Optional.ofNullable(noEffect).map(NoEffect::value),
                Optional.ofNullable(positional)
                        .map(given -> given.value().isEmpty() ? name.toUpperCase(Locale.ROOT) : given.value()));
    }

    private static OptionType optionType(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType generic) {
            return parameterized(generic, component);
        }
        if (type instanceof Class<?> plain) {
            OptionType found = plain(plain, component);
            if (found != null) {
                return found;
            }
        }
        throw unsupported(type, component);
    }

    private static @Nullable OptionType plain(Class<?> type, RecordComponent component) {
        if (type == boolean.class || type == Boolean.class) {
            return Basic.BOOLEAN;
        } else if (type == int.class || type == Integer.class) {
            return Basic.INT;
        } else if (type == long.class || type == Long.class) {
            return Basic.LONG;
        } else if (type == double.class || type == Double.class) {
            return Basic.DOUBLE;
        } else if (type == String.class) {
            return Basic.STRING;
        } else if (type == Path.class) {
            return Basic.PATH;
        } else if (type == Object.class) {
            return Basic.ANY;
        } else if (type.isEnum()) {
            return words(type);
        } else if (type.isRecord()) {
            return new OptionType.Group(type.asSubclass(Record.class));
        } else if (type.isSealed() && type.isInterface()) {
            return union(type, component);
        }
        return null;
    }

    private static OptionType parameterized(ParameterizedType type, RecordComponent component) {
        Type raw = type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return new OptionType.Maybe(optionType(arguments[0], component));
        } else if (raw == List.class) {
            return new OptionType.Many(optionType(arguments[0], component));
        } else if (raw == Map.class && arguments[0] == String.class) {
            return new OptionType.Keyed(optionType(arguments[1], component));
        } else if (raw == Chosen.class) {
            return new OptionType.Choice(registry(raw(arguments[0], component).getName()));
        }
        throw unsupported(type, component);
    }

    private static Class<?> raw(Type type, RecordComponent component) {
        if (type instanceof Class<?> plain) {
            return plain;
        } else if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType(), component);
        } else if (type instanceof WildcardType wildcard && wildcard.getUpperBounds()[0] != ChoiceType.class) {
            return raw(wildcard.getUpperBounds()[0], component);
        }
        throw unsupported(type, component);
    }

    private static Words words(Class<?> type) {
        List<Words.Word> words = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            Enum<?> value = (Enum<?>) constant;
            Alias alias;
            try {
                alias = value.getDeclaringClass().getField(value.name()).getAnnotation(Alias.class);
            } catch (NoSuchFieldException impossible) {
                throw new IllegalStateException(impossible);
            }
            words.add(new Words.Word(
                    value.name().toLowerCase(Locale.ROOT), alias == null ? List.of() : List.of(alias.value()), value));
        }
        return new Words(List.copyOf(words));
    }

    private static OptionType.Union union(Class<?> type, RecordComponent component) {
        List<OptionType.Union.Variant> variants = new ArrayList<>();
        for (Class<?> permitted : Arrays.asList(type.getPermittedSubclasses())) {
            RecordComponent[] components =
                    permitted.isRecord() ? permitted.getRecordComponents() : new RecordComponent[0];
            if (components.length != 1) {
                throw unsupported(permitted, component);
            }
            variants.add(new OptionType.Union.Variant(
                    permitted.asSubclass(Record.class), optionType(components[0].getGenericType(), components[0])));
        }
        return new OptionType.Union(List.copyOf(variants));
    }

    private static IllegalArgumentException unsupported(Type type, RecordComponent component) {
        return new IllegalArgumentException("An option cannot be of type " + type.getTypeName() + ": component "
                + component.getName() + " of " + component.getDeclaringRecord().getName());
    }
}
