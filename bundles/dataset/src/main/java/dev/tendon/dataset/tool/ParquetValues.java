/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.RowCursor;
import dev.tendon.dataset.internal.RowCursor.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A column of a Parquet file. */
final class ParquetValues implements Values {
    private static final int MOST = 1 << 16;

    private final Path file;
    private final String column;
    private final String dtype;
    private final int elements;
    private RowCursor cursor;
    private Cell cell;

    private ParquetValues(Path file, String column) throws IOException {
        this.file = file;
        this.column = column;
        cursor = RowCursor.open(file);
        try {
            if (!cursor.columns().contains(column)) {
                throw new ConfigException(file + " has no column \"" + column + "\"; name one of "
                        + String.join(", ", cursor.columns()) + " with --column");
            }
            dtype = cursor.dtype(column);
            cell = cursor.cell(column, MOST);
            elements = cursor.next() ? Math.max(1, cell.count()) : 1;
        } catch (IOException | RuntimeException e) {
            cursor.close();
            throw e;
        }
    }

    static ParquetValues open(Path file, String column) throws IOException {
        return new ParquetValues(file, column);
    }

    @Override
    public long rows() {
        return cursor.rows();
    }

    @Override
    public String dtype() {
        return dtype;
    }

    @Override
    public List<Integer> shape() {
        return List.of(elements);
    }

    @Override
    public void goTo(long row) throws IOException {
        if (row < cursor.row()) {
            cursor.close();
            cursor = RowCursor.open(file);
            cell = cursor.cell(column, MOST);
        }
        if (row > cursor.row()) {
            cursor.skipTo(row);
            if (!cursor.next()) {
                throw new FormatException(file, "it has no row " + row, "Give a value for each frame");
            }
        }
        if (cell.count() != elements) {
            throw new FormatException(
                    file,
                    "row " + row + " of \"" + column + "\" has " + cell.count() + " values, and the first has "
                            + elements,
                    "Give as many for each frame");
        }
    }

    @Override
    public double number(int element) {
        return cell.number(element);
    }

    @Override
    public long integer(int element) {
        return cell.integer(element);
    }

    @Override
    public String text() {
        return cell.text().orElse("");
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
