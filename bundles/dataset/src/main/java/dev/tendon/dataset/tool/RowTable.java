/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tendon.dataset.tool.Export.Form;
import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.FeatureSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An episode's rows as text: their numbers as they are stored, and the task's text behind them. */
final class RowTable {
    private static final String TASK = "task";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final SourceSet set;
    private final List<FeatureSpec> columns;
    private final Form form;

    RowTable(SourceSet set, List<FeatureSpec> columns, Form form) {
        this.set = set;
        this.columns = columns;
        this.form = form;
    }

    void write(Rows rows, Path file) throws IOException {
        Map<FeatureSpec, ColumnValues> values = new LinkedHashMap<>();
        for (FeatureSpec column : columns) {
            values.put(column, rows.column(column));
        }
        ColumnValues tasks = values.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("task_index"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            if (form == Form.CSV) {
                line(out, heading(tasks != null));
            }
            for (int row = 0; row < rows.length(); row++) {
                if (form == Form.CSV) {
                    line(out, cells(values, tasks, row));
                } else {
                    out.write(MAPPER.writeValueAsString(object(values, tasks, row)));
                    out.write('\n');
                }
            }
        }
    }

    private List<String> heading(boolean task) {
        List<String> heading = new ArrayList<>();
        for (FeatureSpec column : columns) {
            List<String> names = StatisticsTable.names(column);
            int elements = column.elements();
            for (int i = 0; i < elements; i++) {
                heading.add(
                        elements == 1
                                ? column.name()
                                : column.name() + "." + (names.size() == elements ? names.get(i) : i));
            }
        }
        if (task) {
            heading.add(TASK);
        }
        return heading;
    }

    private List<String> cells(Map<FeatureSpec, ColumnValues> values, @Nullable ColumnValues tasks, int row) {
        List<String> cells = new ArrayList<>();
        values.forEach((column, all) -> {
            int elements = column.elements();
            for (int i = 0; i < elements; i++) {
                cells.add(String.valueOf(value(column, all, row * elements + i)));
            }
        });
        if (tasks != null) {
            cells.add(task(tasks.integer(row)));
        }
        return cells;
    }

    private Map<String, Object> object(Map<FeatureSpec, ColumnValues> values, @Nullable ColumnValues tasks, int row) {
        Map<String, Object> object = new LinkedHashMap<>();
        values.forEach((column, all) -> {
            int elements = column.elements();
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < elements; i++) {
                list.add(finite(value(column, all, row * elements + i)));
            }
            object.put(column.name(), elements == 1 ? list.get(0) : list);
        });
        if (tasks != null) {
            object.put(TASK, task(tasks.integer(row)));
        }
        return object;
    }

    /** JSON has no word for what is no number: it is written as a text. */
    private static Object finite(Object value) {
        return value instanceof Number number && !Double.isFinite(number.doubleValue()) ? value.toString() : value;
    }

    private static Object value(FeatureSpec column, ColumnValues values, int at) {
        return switch (column.dtype()) {
            case "string" -> values.text(at);
            case "bool" -> values.integer(at) != 0;
            case "float16", "float32" -> values.single(at);
            case "float64" -> values.number(at);
            default -> values.integer(at);
        };
    }

    private String task(long index) {
        return index >= 0 && index < set.tasks().size() ? set.tasks().get((int) index) : "";
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(quoted(cells.get(i)));
        }
        out.write('\n');
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0
                ? cell
                : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
