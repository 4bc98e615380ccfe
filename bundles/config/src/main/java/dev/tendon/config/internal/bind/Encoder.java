/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.bind;

import dev.tendon.api.choice.Chosen;
import dev.tendon.config.internal.shape.Option;
import dev.tendon.config.internal.shape.OptionType;
import dev.tendon.config.internal.shape.OptionType.Basic;
import dev.tendon.config.internal.shape.OptionType.Union;
import dev.tendon.config.internal.shape.OptionType.Words;
import dev.tendon.config.internal.shape.RecordShape;
import dev.tendon.config.internal.tree.Value;
import dev.tendon.config.internal.tree.Value.Entries;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records as plain data, spelled as users spell it: what {@link Binder} turns into an equal record. */
public final class Encoder {
    private Encoder() {}

    /** All options of a record, defaults included. */
    public static Map<String, Object> all(Record options) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        RecordShape shape = RecordShape.of(options.getClass());
        for (int i = 0; i < shape.options().size(); i++) {
            Option option = shape.options().get(i);
            plain.put(option.name(), plain(option.type(), component(options, i)));
        }
        return plain;
    }

    /** Those options of a record that {@code maps} give, under their own names. */
    static Map<String, Object> given(Record options, List<Entries> maps) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        RecordShape shape = RecordShape.of(options.getClass());
        for (int i = 0; i < shape.options().size(); i++) {
            Option option = shape.options().get(i);
            List<Value> values = Layers.below(
                    maps, key -> shape.find(key).filter(option::equals).isPresent());
            if (!values.isEmpty()) {
                plain.put(option.name(), given(option.type(), component(options, i), values));
            }
        }
        return plain;
    }

    private static @Nullable Object given(OptionType type, @Nullable Object value, List<Value> values) {
        if (type instanceof OptionType.Maybe maybe) {
            Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : null;
            return inner == null ? null : given(maybe.of(), inner, values);
        }
        if (type instanceof OptionType.Group && value instanceof Record group) {
            return given(group, Layers.maps(values, "", "", new Problems("")));
        }
        return plain(type, value);
    }

    private static @Nullable Object plain(OptionType type, @Nullable Object value) {
        if (value == null) {
            return null;
        } else if (type instanceof Basic) {
            return value instanceof Double number ? number(number) : type == Basic.PATH ? value.toString() : value;
        } else if (type instanceof Words words) {
            return words.words().stream()
                    .filter(word -> word.constant() == value)
                    .findFirst()
                    .orElseThrow()
                    .name();
        } else if (type instanceof OptionType.Maybe maybe) {
            return plain(maybe.of(), ((Optional<?>) value).orElse(null));
        } else if (type instanceof OptionType.Many many) {
            List<@Nullable Object> items = new ArrayList<>();
            ((List<?>) value).forEach(item -> items.add(plain(many.of(), item)));
            return items;
        } else if (type instanceof OptionType.Keyed keyed) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, item) -> entries.put((String) key, plain(keyed.of(), item)));
            return entries;
        } else if (value instanceof Chosen<?> chosen) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            entries.put(Choosing.TYPE, chosen.type());
            entries.putAll(chosen.options());
            return entries;
        } else if (type instanceof Union union) {
            return union(union, (Record) value);
        }
        return all((Record) value);
    }

    private static @Nullable Object union(Union union, Record value) {
        OptionType component = union.variants().stream()
                .filter(variant -> variant.type() == value.getClass())
                .findFirst()
                .orElseThrow()
                .component();
        return plain(component, component(value, 0));
    }

    /** JSON has no word for what is not finite; YAML's, as text, is read back as the number. */
    private static Object number(Double number) {
        if (number.isNaN()) {
            return ".nan";
        }
        return number.isInfinite() ? (number > 0 ? ".inf" : "-.inf") : number;
    }

    private static @Nullable Object component(Record options, int index) {
        RecordComponent component = options.getClass().getRecordComponents()[index];
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // a record need not be public
            return accessor.invoke(options);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
