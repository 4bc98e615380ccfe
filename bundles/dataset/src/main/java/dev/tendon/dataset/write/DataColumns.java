/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.internal.columnar.ColumnField;
import dev.tendon.dataset.internal.columnar.ColumnType;
import dev.tendon.dataset.internal.columnar.ParquetTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a data file, by feature, as LeRobot hands them to Hugging Face's datasets (0.6, datasets/feature_utils.py, {@code
 * get_hf_features_from_features}): one value as it is, a vector as a list of fixed length, two to five axes as that library's
 * array types, a picture as its bytes and its name, a video not at all.
 */
final class DataColumns {
    private static final int MOST_AXES = 5;

    private DataColumns() {}

    /**
     * Those of {@code spec}.
     *
     * @param like what features have that are of no type known here; null where there are none
     */
    static List<ColumnField> of(DatasetSpec spec, @Nullable MessageType like) {
        List<ColumnField> columns = new ArrayList<>();
        for (FeatureSpec feature : spec.columns()) {
            columns.add(
                    !known(feature) && like != null && like.containsField(feature.name())
                            ? ParquetTypes.field(like.getType(feature.name()))
                            : new ColumnField(feature.name(), type(feature)));
        }
        return columns;
    }

    /** Whether its values can be written here; others can only be copied. */
    static boolean known(FeatureSpec feature) {
        return feature.image() || feature.text() || feature.numeric();
    }

    private static ColumnType type(FeatureSpec feature) {
        if (feature.image()) {
            return ColumnType.IMAGE;
        }
        List<Integer> shape = feature.shape();
        ColumnType element = ColumnType.named(feature.dtype());
        if (shape.equals(List.of(1))) {
            return element;
        } else if (shape.size() == 1) {
            return new ColumnType.ListOf(element, shape.get(0));
        } else if (shape.size() > MOST_AXES) {
            throw new IllegalArgumentException(
                    "\"" + feature.name() + "\" has " + shape.size() + " axes, more than five");
        }
        return new ColumnType.Extension(
                "datasets.features.features.Array" + shape.size() + "DExtensionType",
                "[[" + shape.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "], \"" + feature.dtype()
                        + "\"]",
                ColumnType.nested(element, shape.size()));
    }
}
