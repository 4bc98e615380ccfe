/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.api.json.PythonJson;
import dev.tendon.dataset.internal.Json;
import dev.tendon.dataset.internal.columnar.ArrowSchema;
import dev.tendon.dataset.internal.columnar.ColumnField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the footers of LeRobot's Parquet files beside the schema: for pyarrow, for Hugging Face's datasets, for pandas. */
final class Metadata {
    /** The release whose layout this is; readers look at it to work around old ones. */
    private static final String PANDAS = "2.3.3";

    private static final String PYARROW = "25.0.1";

    private Metadata() {}

    /** {@code others}, and the Arrow schema, which holds them once more. */
    static Map<String, String> withSchema(List<ColumnField> columns, Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(ArrowSchema.KEY, ArrowSchema.base64(columns, others));
        all.putAll(others);
        return all;
    }

    /**
     * The features of a data file, as Hugging Face's datasets library describes them.
     *
     * @param foreign descriptions of features of types that are not known here
     * @param fingerprint sixteen hexadecimal digits that name the content; none in v2.1
     */
    static String huggingface(DatasetSpec spec, Map<String, @Nullable Object> foreign, @Nullable String fingerprint) {
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        for (FeatureSpec feature : spec.columns()) {
            features.put(
                    feature.name(),
                    DataColumns.known(feature)
                            ? feature(spec.version(), feature)
                            : foreign.getOrDefault(feature.name(), Map.of()));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("info", Map.of("features", features));
        if (fingerprint != null) {
            all.put("fingerprint", fingerprint);
        }
        return PythonJson.ascii(all);
    }

    /** The descriptions of features in a footer; empty where there are none, or nobody can read them. */
    static Map<String, @Nullable Object> features(Map<String, String> footer) {
        String json = footer.get("huggingface");
        Map<String, @Nullable Object> all = json == null ? Map.of() : Json.map(json);
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        if (all.get("info") instanceof Map<?, ?> info && info.get("features") instanceof Map<?, ?> found) {
            found.forEach((name, feature) -> features.put(String.valueOf(name), feature));
        }
        return features;
    }

    private static Map<String, Object> feature(FormatVersion version, FeatureSpec feature) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Integer> shape = feature.shape();
        if (feature.image()) {
            json.put("_type", "Image");
        } else if (shape.equals(List.of(1))) {
            json.put("dtype", feature.dtype());
            json.put("_type", "Value");
        } else if (shape.size() == 1) {
            Map<String, Object> element = new LinkedHashMap<>();
            element.put("dtype", feature.dtype());
            element.put("_type", "Value");
            json.put("feature", element);
            json.put("length", (long) shape.get(0));
            json.put("_type", version == FormatVersion.V2_1 ? "Sequence" : "List");
        } else {
            json.put("shape", shape.stream().map(Integer::longValue).toList());
            json.put("dtype", feature.dtype());
            json.put("_type", "Array" + shape.size() + "D");
        }
        return json;
    }

    /** What pandas says of the table of tasks. */
    static String tasksOfPandas() {
        Map<String, @Nullable Object> pandas = new LinkedHashMap<>();
        pandas.put("index_columns", List.of("task"));
        Map<String, @Nullable Object> names = column(null, "unicode", "object");
        names.put("metadata", Map.of("encoding", "UTF-8"));
        pandas.put("column_indexes", List.of(names));
        pandas.put("columns", List.of(column("task_index", "int64", "int64"), column("task", "unicode", "object")));
        pandas.put("attributes", Map.of());
        Map<String, @Nullable Object> creator = new LinkedHashMap<>();
        creator.put("library", "pyarrow");
        creator.put("version", PYARROW);
        pandas.put("creator", creator);
        pandas.put("pandas_version", PANDAS);
        return PythonJson.ascii(pandas);
    }

    private static Map<String, @Nullable Object> column(@Nullable String name, String pandasType, String numpyType) {
        Map<String, @Nullable Object> column = new LinkedHashMap<>();
        column.put("name", name);
        column.put("field_name", name);
        column.put("pandas_type", pandasType);
        column.put("numpy_type", numpyType);
        column.put("metadata", null);
        return column;
    }
}
