/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.tree;

import dev.tendon.config.internal.tree.Value.Entries;
import dev.tendon.config.internal.tree.Value.Items;
import dev.tendon.config.internal.tree.Value.Scalar;
import dev.tendon.config.internal.tree.Value.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as plain data (maps, lists, strings, numbers, booleans, null) and back. */
public final class PlainData {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private PlainData() {}

    /**
     * A value for plain data.
     *
     * @throws IllegalArgumentException where there is something else in it
     */
    public static Value value(@Nullable Object plain, Source source) {
        if (plain instanceof Map<?, ?> map) {
            Map<String, Value> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put(String.valueOf(key), value(item, source)));
            return new Entries(entries, source);
        }
        if (plain instanceof List<?> list) {
            List<Value> items = new ArrayList<>();
            list.forEach(item -> items.add(value(item, source)));
            return new Items(items, source);
        }
        if (plain instanceof String text) {
            return new Scalar(text, Style.QUOTED, source);
        }
        if (plain == null || plain instanceof Number || plain instanceof Boolean) {
            return new Scalar(String.valueOf(plain), Style.PLAIN, source);
        }
        throw new IllegalArgumentException("No plain data: " + plain.getClass().getName());
    }

    /** The value as plain data, typed as YAML's core schema does. The value must hold no {@link Style#RAW} text. */
    public static @Nullable Object plain(Value value) {
        if (value instanceof Entries entries) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            entries.entries().forEach((key, item) -> map.put(key, plain(item)));
            return Collections.unmodifiableMap(map);
        }
        if (value instanceof Items items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.items().forEach(item -> list.add(plain(item)));
            return Collections.unmodifiableList(list);
        }
        Scalar scalar = (Scalar) value;
        if (scalar.style() == Style.QUOTED) {
            return scalar.text();
        }
        return scalar.isNull() ? null : word(scalar.text());
    }

    private static Object word(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> {
                Double number = number(text);
                yield number == null ? text : narrow(text, number);
            }
        };
    }

    private static Object narrow(String text, Double number) {
        if (!WHOLE.matcher(text).matches()) {
            return number;
        }
        Long whole = whole(text);
        if (whole == null) {
            return number;
        }
        return whole == whole.intValue() ? (Object) whole.intValue() : whole;
    }

    /** The text as a whole number; null where it is none, or none that a {@code long} holds. */
    public static @Nullable Long whole(String text) {
        try {
            return WHOLE.matcher(text).matches() ? Long.valueOf(text) : null;
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    /** The text as a number; null where it is none. Takes YAML's and Python's words for infinity and NaN. */
    public static @Nullable Double number(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Double.valueOf(text);
        }
        return switch (text) {
            case ".inf", "inf", "+.inf", "+inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-.inf", "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            case ".nan", "nan", "NaN" -> Double.NaN;
            default -> null;
        };
    }
}
