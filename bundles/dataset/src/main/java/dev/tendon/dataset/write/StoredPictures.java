/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.internal.Damage;
import dev.tendon.dataset.internal.LeafCursor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.jspecify.annotations.Nullable;

/** Pictures in a data file, which stay there until they are asked for. */
final class StoredPictures implements ColumnValues.Pictures {
    private final DataFileReader file;
    private final EpisodeRun run;
    private final List<ColumnDescriptor> leaves;

    StoredPictures(DataFileReader file, EpisodeRun run, List<ColumnDescriptor> leaves) {
        this.file = file;
        this.run = run;
        this.leaves = leaves;
    }

    @Override
    public byte @Nullable [] bytes(int row) throws IOException {
        return value("bytes", row).orElse(null);
    }

    @Override
    public @Nullable String name(int row) throws IOException {
        return value("path", row)
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .orElse(null);
    }

    private Optional<byte[]> value(String part, int row) throws IOException {
        return file.table().run(() -> {
            ColumnDescriptor leaf = leaves.stream()
                    .filter(one -> one.getPath().length == 2 && one.getPath()[1].equals(part))
                    .findFirst()
                    .orElseThrow(() -> new Damage.Corrupt("\"" + leaves.get(0).getPath()[0] + "\" holds no pictures"));
            int before = 0;
            for (EpisodeRun.Part at : run.parts()) {
                if (row < before + at.length()) {
                    LeafCursor cursor = file.cursor(at.group(), leaf, at.from() + row - before);
                    Holder value = new Holder();
                    cursor.readOptional(
                            reader -> value.bytes = reader.getBinary().getBytes());
                    return Optional.ofNullable(value.bytes);
                }
                before += at.length();
            }
            throw new IndexOutOfBoundsException("Frame " + row + " of " + run.length());
        });
    }

    private static final class Holder {
        private byte @Nullable [] bytes;
    }
}
