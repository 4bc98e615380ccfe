/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.tendon.config.internal.tree.Value.Entries;
import dev.tendon.config.internal.tree.Value.Items;
import dev.tendon.config.internal.tree.Value.Scalar;
import dev.tendon.config.internal.tree.Value.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON with Jackson's streaming parser; depth and sizes are bounded. NaN and Infinity are read, as Python writes them. */
final class JsonReader {
    private final JsonParser parser;
    private final String file;
    private final Source.Layer layer;

    private JsonReader(JsonParser parser, String file, Source.Layer layer) {
        this.parser = parser;
        this.file = file;
        this.layer = layer;
    }

    static Value read(String text, String file, Source.Layer layer) throws MalformedException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(YamlReader.MAX_DEPTH)
                        .maxNumberLength(400)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            JsonReader reader = new JsonReader(parser, file, layer);
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Entries(Map.of(), new Source(layer, 0, file));
            }
            Value value = reader.value(first);
            if (parser.nextToken() != null) {
                throw new MalformedException(
                        "not valid JSON" + at(parser.currentTokenLocation()) + ": text after the end of the value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedException("not valid JSON" + at(e.getLocation()) + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new MalformedException("cannot be read: " + e.getMessage(), e);
        }
    }

    private Value value(JsonToken token) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        Source source = Source.at(layer, file, at.getLineNr(), at.getColumnNr());
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Value> entries = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    entries.put(name, value(parser.nextToken()));
                }
                yield new Entries(entries, source);
            }
            case START_ARRAY -> {
                List<Value> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(next));
                }
                yield new Items(items, source);
            }
            case VALUE_STRING -> new Scalar(parser.getText(), Style.QUOTED, source);
            default -> new Scalar(parser.getText(), Style.PLAIN, source);
        };
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
