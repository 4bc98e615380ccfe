/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.IndexOrPath;
import dev.tendon.testkit.TryOptions;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Guesses options from their names and types, where nobody gives any. */
public final class GuessedOptions {
    private static final String NOWHERE = "/dev/tendon-verify-no-such-device";

    private GuessedOptions() {}

    /** Options for a record: present ones where a simulator or nothing at all is enough, absent ones where a place can be wrong. */
    public static TryOptions of(Class<? extends Record> type) {
        Map<String, Object> present = new TreeMap<>();
        Map<String, Object> absent = new TreeMap<>();
        boolean presentKnown = true;
        boolean absentKnown = true;
        boolean somewhere = false;
        for (RecordComponent component : type.getRecordComponents()) {
            String name = Words.snake(component.getName());
            boolean place = place(component);
            if (place && (required(component) || name.equals("port"))) {
                absent.put(name, NOWHERE);
                somewhere = true;
            } else if (required(component)) {
                Object usual = usual(name, component.getType());
                absentKnown &= usual != null;
                if (usual != null) {
                    absent.put(name, usual);
                    present.put(name, usual);
                }
            }
            if (required(component) && place && component.getType() == String.class) {
                present.put(name, "sim:");
            } else if (required(component) && !present.containsKey(name)) {
                presentKnown = false;
            }
        }
        return new TryOptions(
                presentKnown ? Optional.of(present) : Optional.empty(),
                absentKnown && somewhere ? Optional.of(absent) : Optional.empty(),
                false);
    }

    private static boolean required(RecordComponent component) {
        Class<?> type = component.getType();
        return component.getAnnotation(Default.class) == null
                && type != Optional.class
                && type != List.class
                && type != Map.class
                && !(type.isRecord() && type.getEnclosingClass() != IndexOrPath.class);
    }

    private static boolean place(RecordComponent component) {
        String name = Words.snake(component.getName());
        Class<?> type = component.getType();
        return type == Path.class
                || type == IndexOrPath.class
                || (type == String.class
                        && List.of("port", "host", "address", "device", "url").contains(name));
    }

    private static @Nullable Object usual(String name, Class<?> type) {
        if (type == int.class || type == double.class || type == long.class) {
            return switch (name) {
                case "fps" -> 30;
                case "width" -> 640;
                case "height" -> 480;
                default -> null;
            };
        }
        return null;
    }
}
