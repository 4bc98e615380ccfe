/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The statistics that a dataset holds: {@code meta/stats.json}, or in v2.1 {@code meta/episodes_stats.jsonl}, whose episodes are put
 * together. Read as a stream, and no more of it than a page shows. Thread: any.
 */
final class StoredStatistics {
    private static final int MOST_NUMBERS = 256;
    private static final int MOST_FEATURES = 1000;
    private static final int MOST_NAMES = 32;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private StoredStatistics() {}

    /**
     * Statistics of the whole; empty where the dataset has none.
     *
     * @throws IOException where they cannot be read
     */
    static List<FeatureFigures> read(Path root) throws IOException {
        Path whole = root.resolve("meta").resolve("stats.json");
        Path episodes = root.resolve("meta").resolve("episodes_stats.jsonl");
        if (Files.isRegularFile(whole)) {
            try (JsonParser json = JSON.createParser(whole.toFile())) {
                json.nextToken();
                return features(json);
            }
        }
        return Files.isRegularFile(episodes) ? together(episodes) : List.of();
    }

    private static List<FeatureFigures> together(Path file) throws IOException {
        Map<String, FiguresTogether> all = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(file.toFile())) {
            while (json.nextToken() != null) {
                expect(json, JsonToken.START_OBJECT);
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean statistics = json.currentName().equals("stats");
                    json.nextToken();
                    if (!statistics) {
                        json.skipChildren();
                        continue;
                    }
                    for (FeatureFigures figures : features(json)) {
                        all.computeIfAbsent(figures.feature(), name -> new FiguresTogether())
                                .add(figures.values());
                    }
                }
            }
        }
        List<FeatureFigures> result = new ArrayList<>();
        all.forEach((name, sum) -> result.add(new FeatureFigures(name, sum.result())));
        return result;
    }

    private static List<FeatureFigures> features(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT);
        List<FeatureFigures> found = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String feature = json.currentName();
            json.nextToken();
            if (json.currentToken() != JsonToken.START_OBJECT || found.size() >= MOST_FEATURES) {
                json.skipChildren();
                continue;
            }
            Map<String, double[]> values = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                double[] numbers = numbers(json);
                if (numbers.length > 0 && values.size() < MOST_NAMES) {
                    values.put(name, numbers);
                }
            }
            found.add(new FeatureFigures(feature, values));
        }
        return found;
    }

    /** A number, or those of nested lists in their order. */
    private static double[] numbers(JsonParser json) throws IOException {
        double[] numbers = new double[MOST_NUMBERS];
        int count = 0;
        int depth = 0;
        do {
            JsonToken token = json.currentToken();
            if (token == null) {
                throw new IOException("the file ends early");
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isNumeric() && count < MOST_NUMBERS) {
                numbers[count++] = json.getDoubleValue();
            }
        } while (depth > 0 && (json.nextToken() != null || depth > 0));
        return Arrays.copyOf(numbers, count);
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new IOException("it is no JSON object");
        }
    }
}
