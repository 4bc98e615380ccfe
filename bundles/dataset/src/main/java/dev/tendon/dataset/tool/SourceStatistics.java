/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.RowCursor;
import dev.tendon.dataset.internal.RowCursor.Cell;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.StatArray;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of episodes as {@code meta} has them, read one after the other; cheapest in their order. An episode without any has
 * none. Thread: its creator's.
 */
abstract class SourceStatistics implements Closeable {
    /** Those of {@code episode}; empty where there are none. */
    abstract DatasetStatistics of(EpisodeRow episode) throws IOException;

    static SourceStatistics of(SourceSet set) {
        return set.spec().version() == FormatVersion.V2_1 ? new Lines(set) : new Tables(set);
    }

    /** The shape in which LeRobot keeps a statistic of so many values. */
    private static int[] shape(FeatureSpec feature, String statistic, int values) {
        if (statistic.equals("count")) {
            return new int[] {values};
        }
        if (feature.image() || feature.video()) {
            return new int[] {values, 1, 1};
        }
        int[] shape = feature.shape().stream().mapToInt(Integer::intValue).toArray();
        return feature.elements() == values ? shape : new int[] {values};
    }

    /** {@code episodes_stats.jsonl} of v2.1. */
    private static final class Lines extends SourceStatistics {
        private static final JsonMapper MAPPER = JsonMapper.builder().build();
        private final SourceSet set;
        private final Path file;
        private final Map<Integer, DatasetStatistics> ahead = new LinkedHashMap<>();
        private @Nullable BufferedReader reader;
        private boolean ended;

        Lines(SourceSet set) {
            this.set = set;
            file = set.root().resolve("meta").resolve("episodes_stats.jsonl");
        }

        @Override
        DatasetStatistics of(EpisodeRow episode) throws IOException {
            while (!ahead.containsKey(episode.index()) && !ended) {
                readLine();
            }
            DatasetStatistics found = ahead.get(episode.index());
            ahead.keySet().removeIf(index -> index < episode.index());
            return found == null ? DatasetStatistics.EMPTY : found;
        }

        private void readLine() throws IOException {
            BufferedReader in = reader;
            if (in == null) {
                if (!Files.exists(file)) {
                    ended = true;
                    return;
                }
                in = Files.newBufferedReader(file);
                reader = in;
            }
            String line = in.readLine();
            if (line == null) {
                ended = true;
            } else if (!line.isBlank()) {
                JsonNode json = parse(line);
                ahead.put(json.path("episode_index").asInt(-1), statistics(json.path("stats")));
            }
        }

        private JsonNode parse(String line) throws FormatException {
            try {
                return MAPPER.readTree(line);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new FormatException(
                        file + ": no valid JSON (" + e.getOriginalMessage()
                                + "). Run tendon dataset stats --recompute=true",
                        e);
            }
        }

        private DatasetStatistics statistics(JsonNode json) throws FormatException {
            Map<String, FeatureStatistics> features = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                FeatureSpec feature = set.spec().features().get(entry.getKey());
                if (feature == null) {
                    continue;
                }
                Map<String, StatArray> values = new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> statistic : entry.getValue().properties()) {
                    values.put(statistic.getKey(), array(feature, statistic.getKey(), statistic.getValue()));
                }
                features.put(feature.name(), FeatureStatistics.of(values));
            }
            return DatasetStatistics.of(features);
        }

        private StatArray array(FeatureSpec feature, String statistic, JsonNode json) throws FormatException {
            List<JsonNode> numbers = new ArrayList<>();
            collect(json, numbers);
            double[] values = new double[numbers.size()];
            boolean integral = true;
            for (int i = 0; i < values.length; i++) {
                JsonNode number = numbers.get(i);
                if (!number.isNumber() && !number.isBoolean()) {
                    throw new FormatException(
                            file,
                            "the statistics of \"" + feature.name() + "\" hold " + number,
                            "Run tendon dataset stats --recompute=true");
                }
                integral &= number.isIntegralNumber();
                values[i] = number.isBoolean() ? (number.booleanValue() ? 1 : 0) : number.doubleValue();
            }
            return StatArray.of(values, integral, shape(feature, statistic, values.length));
        }

        private static void collect(JsonNode json, List<JsonNode> into) {
            if (json.isArray()) {
                json.forEach(element -> collect(element, into));
            } else {
                into.add(json);
            }
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
                reader = null;
            }
        }
    }

    /** The columns {@code stats/…} of v3.0's episodes files. */
    private static final class Tables extends SourceStatistics {
        private static final String PREFIX = "stats/";
        private final SourceSet set;
        private @Nullable Path file;
        private @Nullable RowCursor cursor;
        private @Nullable Cell index;
        private final Map<String, Cell> cells = new LinkedHashMap<>();

        Tables(SourceSet set) {
            this.set = set;
        }

        @Override
        DatasetStatistics of(EpisodeRow episode) throws IOException {
            for (int tries = 0; tries < 2; tries++) {
                RowCursor rows = at(episode.listedIn(), tries > 0);
                while (rows.next()) {
                    if (index != null && index.integer(0) == episode.index()) {
                        return present(rows);
                    }
                }
                file = null; // it lies behind, perhaps
            }
            return DatasetStatistics.EMPTY;
        }

        private RowCursor at(Path wanted, boolean again) throws IOException {
            RowCursor now = cursor;
            if (now == null || again || !wanted.equals(file)) {
                close();
                now = RowCursor.open(wanted);
                cursor = now;
                file = wanted;
                index = now.cell("episode_index", 1);
                cells.clear();
                for (String column : now.columns()) {
                    FeatureSpec feature = feature(column);
                    if (feature != null) {
                        cells.put(column, now.cell(column, Math.max(3, feature.elements())));
                    }
                }
            }
            return now;
        }

        private @Nullable FeatureSpec feature(String column) {
            int end = column.lastIndexOf('/');
            return column.startsWith(PREFIX) && end > PREFIX.length()
                    ? set.spec().features().get(column.substring(PREFIX.length(), end))
                    : null;
        }

        private DatasetStatistics present(RowCursor rows) throws IOException {
            Map<String, Map<String, StatArray>> all = new LinkedHashMap<>();
            for (Map.Entry<String, Cell> entry : cells.entrySet()) {
                FeatureSpec feature = feature(entry.getKey());
                Cell cell = entry.getValue();
                if (feature == null || cell.count() == 0 || cell.binary()) {
                    continue;
                }
                String statistic = entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1);
                double[] values = new double[Math.min(cell.count(), Math.max(3, feature.elements()))];
                for (int i = 0; i < values.length; i++) {
                    values[i] = cell.number(i);
                }
                boolean integral = rows.dtype(entry.getKey()).startsWith("int");
                all.computeIfAbsent(feature.name(), name -> new LinkedHashMap<>())
                        .put(statistic, StatArray.of(values, integral, shape(feature, statistic, values.length)));
            }
            Map<String, FeatureStatistics> features = new LinkedHashMap<>();
            all.forEach((name, values) -> features.put(name, FeatureStatistics.of(values)));
            return DatasetStatistics.of(features);
        }

        @Override
        public void close() throws IOException {
            if (cursor != null) {
                cursor.close();
                cursor = null;
            }
        }
    }
}
