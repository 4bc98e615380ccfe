/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.tool.Recipe.NewColumn;
import dev.tendon.dataset.tool.Recipe.Pick;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.FeatureSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A new feature: values by the frame's number in the whole dataset. */
record AddedColumn(FeatureSpec feature, Values values) implements NewColumn {
    /** What {@code values} are too few or too many for, or of another kind, is told now. */
    static AddedColumn of(FeatureSpec feature, Values values, SourceSet set) {
        List<String> problems = new ArrayList<>();
        if (set.spec().features().containsKey(feature.name())) {
            problems.add(
                    "There is a feature \"" + feature.name() + "\" already. Remove it first, or choose another name");
        }
        if (feature.name().isBlank() || feature.name().indexOf('/') >= 0) {
            problems.add("A feature's name is not empty and has no slash: \"" + feature.name() + "\"");
        }
        if (!feature.numeric() && !feature.text()) {
            problems.add("--dtype=" + feature.dtype()
                    + ": float32, float64, int8 to int64, uint8 to uint64, bool and string" + " can be added");
        }
        if (values.rows() >= 0 && values.rows() != set.frames()) {
            problems.add("There are values for " + values.rows() + " frames, but the dataset has " + set.frames());
        }
        int given = values.shape().stream().reduce(1, Math::multiplyExact);
        if (given != feature.elements()) {
            problems.add("There are " + given + " values a frame, but the shape " + feature.shape() + " holds "
                    + feature.elements());
        }
        if (feature.text() != values.dtype().equals("string")) {
            problems.add("--dtype=" + feature.dtype() + " does not fit: the values are of type " + values.dtype());
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new AddedColumn(feature, values);
    }

    @Override
    public ColumnValues of(Pick pick) throws IOException {
        int rows = Math.toIntExact(pick.episode().length());
        long first = pick.episode().fromRow();
        if (feature.text()) {
            List<String> texts = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                values.goTo(first + row);
                texts.add(values.text());
            }
            return ColumnValues.texts(texts);
        }
        ColumnValues.Builder column = ColumnValues.Builder.of(feature);
        boolean integral = !feature.dtype().startsWith("float");
        boolean exact = integral && !values.dtype().startsWith("float");
        int elements = feature.elements();
        for (int row = 0; row < rows; row++) {
            values.goTo(first + row);
            for (int i = 0; i < elements; i++) {
                if (exact) {
                    column.add(values.integer(i));
                } else {
                    column.add(values.number(i));
                }
            }
        }
        return column.build();
    }
}
