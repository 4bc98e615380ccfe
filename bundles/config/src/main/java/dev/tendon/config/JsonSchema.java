/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.config.internal.shape.Option;
import dev.tendon.config.internal.shape.OptionType;
import dev.tendon.config.internal.shape.OptionType.Basic;
import dev.tendon.config.internal.shape.RecordShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schema (2020-12) of options, for editors: names, types, defaults, descriptions, and the choices that are installed. Thread: any. */
public final class JsonSchema {
    private static final String DESCRIPTION = "description";
    private static final String PROPERTIES = "properties";
    private static final String TYPE = "type";
    private static final int MAX_DEPTH = 6;

    private final ChoiceCatalog catalog;

    /** Nested choices come from {@code catalog}. */
    public JsonSchema(ChoiceCatalog catalog) {
        this.catalog = catalog;
    }

    /** The schema of a choice's options, with {@code type} among them, as plain data. */
    public Map<String, Object> of(ChoiceEntry choice) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", choice.info().registry() + " " + choice.info().name());
        schema.putAll(choice(choice, 0));
        return schema;
    }

    private Map<String, Object> choice(ChoiceEntry choice, int depth) {
        ChoiceInfo info = choice.info();
        List<String> names = new ArrayList<>(List.of(info.name()));
        names.addAll(info.aliases());
        Map<String, Object> schema = record(choice.configType(), depth);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(TYPE, described(info.description(), Map.of("enum", names)));
        properties.putAll(properties(schema));
        schema.put(PROPERTIES, properties);
        List<Object> required = new ArrayList<>(List.of(TYPE));
        required.addAll((List<?>) schema.getOrDefault("required", List.of()));
        schema.put("required", required);
        return schema;
    }

    @SuppressWarnings("unchecked") // as record() puts it
    private static Map<String, Object> properties(Map<String, Object> schema) {
        return (Map<String, Object>) schema.get(PROPERTIES);
    }

    private Map<String, Object> record(Class<? extends Record> type, int depth) {
        RecordShape shape = RecordShape.of(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Option option : shape.options()) {
            Map<String, Object> schema = option(option, depth);
            properties.put(option.name(), schema);
            if (option.required()) {
                required.add(option.name());
            }
        }
        for (Option option : shape.options()) {
            for (String alias : option.aliases()) {
                Map<String, Object> schema = new LinkedHashMap<>(option(option, depth));
                schema.remove("default");
                schema.put(DESCRIPTION, "Another spelling of " + option.name());
                schema.put("deprecated", true);
                properties.putIfAbsent(alias, schema);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!shape.description().isEmpty()) {
            schema.put(DESCRIPTION, shape.description());
        }
        schema.put(TYPE, "object");
        schema.put(PROPERTIES, properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> option(Option option, int depth) {
        String text = option.description() + (option.unit().isEmpty() ? "" : " (" + option.unit() + ")");
        Map<String, Object> schema = described(text, type(option.type(), depth));
        option.fallback().ifPresent(value -> schema.put("default", value(option.type(), value)));
        return schema;
    }

    private static Map<String, Object> described(String description, Map<String, ?> type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!description.isEmpty()) {
            schema.put(DESCRIPTION, description);
        }
        schema.putAll(type);
        return schema;
    }

    private Map<String, Object> type(OptionType type, int depth) {
        if (depth > MAX_DEPTH) {
            return Map.of();
        } else if (type instanceof Basic basic) {
            return basic(basic);
        } else if (type instanceof OptionType.Words words) {
            List<String> all = new ArrayList<>();
            words.words().forEach(word -> {
                all.add(word.name());
                all.addAll(word.aliases());
            });
            return Map.of("enum", all);
        } else if (type instanceof OptionType.Maybe maybe) {
            return Map.of("anyOf", List.of(type(maybe.of(), depth), Map.of(TYPE, "null")));
        } else if (type instanceof OptionType.Many many) {
            return described("", ordered(TYPE, "array", "items", type(many.of(), depth)));
        } else if (type instanceof OptionType.Keyed keyed) {
            return ordered(TYPE, "object", "additionalProperties", type(keyed.of(), depth));
        } else if (type instanceof OptionType.Group group) {
            return record(group.type(), depth + 1);
        } else if (type instanceof OptionType.Union union) {
            return Map.of(
                    "anyOf",
                    union.variants().stream()
                            .map(variant -> type(variant.component(), depth))
                            .toList());
        }
        return chosen(((OptionType.Choice) type).registry(), depth);
    }

    private static Map<String, Object> ordered(String key, Object value, String other, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(other, otherValue);
        return map;
    }

    private static Map<String, Object> basic(Basic basic) {
        return switch (basic) {
            case BOOLEAN -> Map.of(TYPE, "boolean");
            case INT, LONG -> Map.of(TYPE, "integer");
            case DOUBLE -> Map.of(TYPE, "number");
            case STRING, PATH -> Map.of(TYPE, "string");
            case ANY -> Map.of();
        };
    }

    /** Any of the installed choices of a registry. */
    private Map<String, Object> chosen(String registry, int depth) {
        List<Object> kinds = new ArrayList<>();
        for (ChoiceInfo info : catalog.list()) {
            if (info.registry().equals(registry)) {
                catalog.find(registry, info.name()).ifPresent(entry -> kinds.add(choice(entry, depth + 1)));
            }
        }
        return kinds.isEmpty() ? Map.of(TYPE, "object") : Map.of("oneOf", kinds);
    }

    private static Object value(OptionType type, String text) {
        OptionType plain = type instanceof OptionType.Maybe maybe ? maybe.of() : type;
        try {
            if (plain == Basic.BOOLEAN) {
                return Boolean.valueOf(text);
            } else if (plain == Basic.INT || plain == Basic.LONG) {
                return Long.valueOf(text);
            } else if (plain == Basic.DOUBLE) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            return text;
        }
        return text;
    }
}
