/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A JSON object from a file, read with the file's name at hand. Thread: any. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final String where;
    private final JsonNode node;

    private Json(Path file, String where, JsonNode node) throws FormatException {
        this.file = file;
        this.where = where;
        this.node = node;
        if (!node.isObject()) {
            throw Damage.in(file, (where.isEmpty() ? "it holds" : "\"" + where + "\" is") + " no JSON object");
        }
    }

    /** Reads a file that holds one object. */
    public static Json object(Path file) throws IOException {
        return new Json(file, "", parse(file, bytes(file)));
    }

    /** Reads a file that holds an object a line. */
    public static List<Json> lines(Path file) throws IOException {
        List<Json> objects = new ArrayList<>();
        int number = 0;
        for (String line :
                new String(bytes(file), StandardCharsets.UTF_8).lines().toList()) {
            number++;
            if (!line.isBlank()) {
                objects.add(new Json(file, "line " + number, parse(file, line.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return objects;
    }

    /** The object in {@code text} as plain values; empty where there is none. */
    public static Map<String, @Nullable Object> map(String text) {
        try {
            return plain(MAPPER.readTree(text)) instanceof Map<?, ?> map ? named(map) : Map.of();
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Limits.JSON_BYTES + 1);
            if (bytes.length > Limits.JSON_BYTES) {
                throw Damage.in(file, "longer than " + Limits.JSON_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private static JsonNode parse(Path file, byte[] bytes) throws IOException {
        try {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new FormatException(
                    file + ": no valid JSON (" + e.getOriginalMessage() + "). " + Damage.FETCH_AGAIN, e);
        }
    }

    public Path file() {
        return file;
    }

    /** The entry, unread; null or absent is {@code isMissingNode}. */
    public JsonNode get(String key) {
        JsonNode value = node.path(key);
        return value.isNull() ? MAPPER.missingNode() : value;
    }

    public boolean has(String key) {
        return !get(key).isMissingNode();
    }

    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Everything in it as plain values: maps, lists, texts, numbers, truth values, null. */
    public Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), plain(entry.getValue())));
        return values;
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            value.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        } else if (value.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            value.forEach(element -> list.add(plain(element)));
            return list;
        } else if (value.isTextual()) {
            return value.textValue();
        } else if (value.isBoolean()) {
            return value.booleanValue();
        } else if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? (Object) value.longValue() : value.bigIntegerValue();
        }
        return value.isNumber() ? value.doubleValue() : null;
    }

    public Json object(String key) throws FormatException {
        return new Json(file, path(key), required(key));
    }

    public String text(String key) throws FormatException {
        JsonNode value = required(key);
        if (!value.isTextual()) {
            throw problem(key, "is " + brief(value) + " instead of a text");
        }
        return value.textValue();
    }

    /** An integer of at least {@code least} and at most {@code most}. */
    public long integer(String key, long least, long most) throws FormatException {
        JsonNode value = required(key);
        OptionalLong number = integer(value);
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            throw problem(key, "is " + brief(value) + " instead of an integer from " + least + " to " + most);
        }
        return number.getAsLong();
    }

    /** A number greater than 0. */
    public double positive(String key, double most) throws FormatException {
        JsonNode value = required(key);
        OptionalDouble number = value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
        if (number.isEmpty() || !(number.getAsDouble() > 0 && number.getAsDouble() <= most)) {
            throw problem(key, "is " + brief(value) + " instead of a number above 0, at most " + most);
        }
        return number.getAsDouble();
    }

    public FormatException problem(String key, String problem) {
        return Damage.in(file, "\"" + path(key) + "\" " + problem);
    }

    /** An integer, also where it is written as {@code 30.0}. */
    static OptionalLong integer(JsonNode value) {
        if (!value.isNumber()) {
            return OptionalLong.empty();
        }
        double approximate = value.doubleValue();
        if (!(Math.abs(approximate) < 0x1p62)) { // also keeps BigDecimal from unfolding 1e999999999
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    value.isIntegralNumber()
                            ? value.longValue()
                            : BigDecimal.valueOf(approximate).longValueExact());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private JsonNode required(String key) throws FormatException {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            throw problem(key, "is missing");
        }
        return value;
    }

    private String path(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    private static String brief(JsonNode value) {
        String text = value.isContainerNode()
                ? value.getNodeType().name().toLowerCase(java.util.Locale.ROOT)
                : value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
