/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.LeafCursor;
import dev.tendon.dataset.internal.columnar.ColumnField;
import dev.tendon.dataset.internal.columnar.ParquetSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * A data file: the rows of one or more episodes, a row group each, as LeRobot and Hugging Face's datasets write it. What is
 * written goes to the stream as it comes; memory holds one packed column, of pictures one page.
 *
 * <pre>{@code
 * try (DataFileWriter file = new DataFileWriter(out, spec)) {
 *     file.write(rows);
 *     file.finish();
 * }
 * }</pre>
 *
 * <p>The stream stays open, for whoever gave it to sync and to close. A file that was not finished is no Parquet file. Thread: its
 * creator's.
 */
public final class DataFileWriter implements Closeable {
    private final DatasetSpec spec;
    private final Map<String, @Nullable Object> foreign;
    private final List<ColumnField> columns;
    private final ParquetSink sink;
    private final CRC32 print = new CRC32();

    /**
     * A file of {@code spec}'s features.
     *
     * @throws IllegalArgumentException where a feature is of no type known here
     */
    public DataFileWriter(OutputStream out, DatasetSpec spec) throws IOException {
        this(out, spec, null);
    }

    /**
     * A file of {@code spec}'s features; those of types not known here are as {@code like} has them, and can be copied only.
     *
     * @throws FormatException where {@code like} lacks such a feature
     */
    public DataFileWriter(OutputStream out, DatasetSpec spec, @Nullable DataFileReader like) throws IOException {
        if (like != null) {
            for (FeatureSpec feature : spec.columns()) {
                if (!DataColumns.known(feature)) {
                    like.leaves(feature.name());
                }
            }
        }
        this.spec = spec;
        foreign = like == null ? Map.of() : Metadata.features(like.table().metadata());
        columns = like == null
                ? DataColumns.of(spec, null)
                : like.table().run(() -> DataColumns.of(spec, like.table().schema()));
        sink = new ParquetSink(out, columns);
    }

    /**
     * Writes an episode's rows, numbered.
     *
     * @throws IllegalArgumentException where a feature's values are missing, or too few or many; nothing was written then
     */
    public void write(EpisodeRows rows) throws IOException {
        for (FeatureSpec feature : spec.columns()) {
            rows.checked(feature);
        }
        if (rows.length() == 0) {
            return;
        }
        sink.beginGroup(rows.length());
        for (FeatureSpec feature : spec.columns()) {
            write(feature, rows.checked(feature), rows.length());
        }
        endGroup();
    }

    private void write(FeatureSpec feature, ColumnValues values, int rows) throws IOException {
        List<ColumnDescriptor> leaves = leaves(feature);
        if (feature.image()) {
            sink.column(leaves.get(0), rows, false, FeatureLeaf.pictures(values));
            sink.column(leaves.get(1), rows, true, FeatureLeaf.pictureNames(values));
        } else {
            sink.column(leaves.get(0), rows, true, FeatureLeaf.of(feature, values));
        }
    }

    private List<ColumnDescriptor> leaves(FeatureSpec feature) {
        return sink.schema().getColumns().stream()
                .filter(leaf -> leaf.getPath()[0].equals(feature.name()))
                .toList();
    }

    private void endGroup() throws IOException {
        sink.endGroup();
        print.update(Long.toString(sink.position()).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Copies an episode's rows from another file, value by value, whatever their type.
     *
     * @param instead columns that are different here; {@link #renumbered} makes the usual ones
     * @throws FormatException where the other file is damaged, or lacks a column
     */
    public void copy(DataFileReader from, EpisodeRun run, Map<String, ColumnValues> instead) throws IOException {
        Map<FeatureSpec, ColumnValues> typed = new LinkedHashMap<>();
        for (FeatureSpec feature : spec.columns()) {
            ColumnValues values = instead.get(feature.name());
            if (values != null) {
                typed.put(feature, new EpisodeRows(run.length(), instead).checked(feature));
            } else if (!alike(leaves(feature), from.leaves(feature.name()))) {
                typed.putAll(read(from, run, feature));
            }
        }
        sink.beginGroup(run.length());
        for (FeatureSpec feature : spec.columns()) {
            ColumnValues values = typed.get(feature);
            if (values != null) {
                write(feature, values, run.length());
            } else {
                List<ColumnDescriptor> leaves = leaves(feature);
                for (int i = 0; i < leaves.size(); i++) {
                    copy(from, run, from.leaves(feature.name()).get(i), leaves.get(i));
                }
            }
        }
        endGroup();
    }

    private static Map<FeatureSpec, ColumnValues> read(DataFileReader from, EpisodeRun run, FeatureSpec feature)
            throws IOException {
        return Map.of(feature, from.rows(run, List.of(feature)).checked(feature));
    }

    private void copy(DataFileReader from, EpisodeRun run, ColumnDescriptor source, ColumnDescriptor target)
            throws IOException {
        PrimitiveType type = target.getPrimitiveType();
        boolean bulky = type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                && !(type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation)
                && target.getMaxRepetitionLevel() == 0;
        sink.column(target, run.length(), !bulky, new Copied(from, run, source));
    }

    /** Whether values of {@code source} can be copied as they are. */
    private static boolean alike(List<ColumnDescriptor> target, List<ColumnDescriptor> source) {
        if (target.size() != source.size()) {
            return false;
        }
        for (int i = 0; i < target.size(); i++) {
            PrimitiveType to = target.get(i).getPrimitiveType();
            PrimitiveType from = source.get(i).getPrimitiveType();
            if (to.getPrimitiveTypeName() != from.getPrimitiveTypeName()
                    || to.getTypeLength() != from.getTypeLength()
                    || target.get(i).getMaxDefinitionLevel() != source.get(i).getMaxDefinitionLevel()
                    || target.get(i).getMaxRepetitionLevel() != source.get(i).getMaxRepetitionLevel()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The bookkeeping of a copied episode under another number: {@code episode_index}, {@code index} and {@code task_index}.
     *
     * @param firstRow number of its first row in the whole dataset
     * @param tasks the new number of each old task
     * @throws FormatException where a row has a task that is not among them
     */
    public static Map<String, ColumnValues> renumbered(
            DataFileReader from, EpisodeRun run, int episode, long firstRow, Map<Long, Long> tasks) throws IOException {
        FeatureSpec feature = DatasetSpec.TASK_INDEX;
        ColumnValues old = from.rows(run, List.of(feature)).checked(feature);
        long[] numbers = new long[run.length()];
        for (int row = 0; row < numbers.length; row++) {
            Long number = tasks.get(old.integer(row));
            if (number == null) {
                throw new FormatException(
                        from.file(),
                        "a row of episode " + run.episode() + " names task " + old.integer(row)
                                + ", which meta does not list",
                        "Copy or download the meta folder again");
            }
            numbers[row] = number;
        }
        return Map.of(
                "episode_index", ColumnValues.same(episode, run.length()),
                "index", ColumnValues.counting(firstRow, run.length()),
                "task_index", ColumnValues.integers(numbers, run.length()));
    }

    /**
     * Whether all columns of {@code from} are as here, so that {@link #append} may take its row groups as they are packed.
     */
    public boolean takes(DataFileReader from) {
        List<ColumnDescriptor> target = sink.schema().getColumns();
        List<ColumnDescriptor> source = from.table().schema().getColumns();
        if (!alike(target, source)) {
            return false;
        }
        for (int i = 0; i < target.size(); i++) {
            if (!Arrays.equals(target.get(i).getPath(), source.get(i).getPath())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Copies all of another file's rows, unchanged: its row groups as they are packed if {@link #takes it can}, else value by value,
     * an episode a row group.
     */
    public void append(DataFileReader from) throws IOException {
        if (takes(from)) {
            from.table().appendTo(sink);
            print.update(Long.toString(sink.position()).getBytes(StandardCharsets.US_ASCII));
        } else {
            for (EpisodeRun run : from.episodes()) {
                copy(from, run, Map.of());
            }
        }
    }

    /** Bytes so far. */
    public long size() throws IOException {
        return sink.position();
    }

    /** Writes the footer: now it is a file. */
    public void finish() throws IOException {
        String fingerprint = spec.version() == FormatVersion.V2_1
                ? null
                : String.format(Locale.ROOT, "%08x%08x", print.getValue(), sink.position());
        String huggingface = Metadata.huggingface(spec, foreign, fingerprint);
        sink.finish(Metadata.withSchema(columns, Map.of("huggingface", huggingface)));
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }

    /** The rows of an episode in another file. */
    private static final class Copied implements ParquetSink.Rows {
        private final DataFileReader from;
        private final ColumnDescriptor source;
        private final List<EpisodeRun.Part> left;
        private @Nullable LeafCursor cursor;
        private int leftInPart;

        Copied(DataFileReader from, EpisodeRun run, ColumnDescriptor source) {
            this.from = from;
            this.source = source;
            left = new ArrayList<>(run.parts());
        }

        @Override
        public void write(int row, ColumnWriter to) throws IOException {
            try {
                LeafCursor at = cursor();
                at.copy(to);
                if (--leftInPart == 0) {
                    from.leave(left.remove(0).group(), at);
                }
            } catch (RuntimeException e) {
                throw from.table().damaged(e);
            }
        }

        private LeafCursor cursor() throws IOException {
            if (cursor == null || leftInPart == 0) {
                EpisodeRun.Part part = left.get(0);
                cursor = from.table().run(() -> from.cursor(part.group(), source, part.from()));
                leftInPart = part.length();
            }
            return cursor;
        }
    }
}
