/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.internal.RowCursor;
import dev.tendon.dataset.internal.RowCursor.Cell;
import dev.tendon.dataset.write.ColumnValues;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of pictures in a data file, read as they are asked for; in order it is read once. Thread: its creator's. */
final class PictureColumn implements Closeable {
    private final Path file;
    private final String column;
    private @Nullable RowCursor cursor;
    private @Nullable Cell cell;

    PictureColumn(Path file, String column) {
        this.file = file;
        this.column = column;
    }

    /** The pictures from row {@code first} of the file on, with their names, as far as they have any. */
    ColumnValues.Pictures of(long first, List<@Nullable String> names) {
        return new ColumnValues.Pictures() {
            @Override
            public byte @Nullable [] bytes(int row) throws IOException {
                return at(first + row);
            }

            @Override
            public @Nullable String name(int row) {
                return row < names.size() ? names.get(row) : null;
            }
        };
    }

    private byte @Nullable [] at(long row) throws IOException {
        RowCursor now = cursor;
        Cell bytes = cell;
        if (now == null || bytes == null || now.row() > row) {
            close();
            now = RowCursor.open(file);
            cursor = now;
            bytes = now.cell(column, 0);
            cell = bytes;
        }
        if (now.row() < row) {
            now.skipTo(row);
            if (!now.next()) {
                throw new dev.tendon.dataset.FormatException(
                        file, "it has no row " + row, "Copy or download this file again");
            }
        }
        return bytes.bytes().orElse(null);
    }

    @Override
    public void close() throws IOException {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }
}
