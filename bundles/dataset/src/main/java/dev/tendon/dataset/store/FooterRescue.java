/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.write.DataFileWriter;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * Gives a data file the footer that LeRobot was killed before writing. LeRobot writes each episode as a row group when it is saved, and the
 * footer, without which no reader finds them, at the end of the session; the pages are all there. They are found by their headers, and put
 * together by what is known of the dataset: which columns a row group has, and how many values of each a row. What does not come out even is no
 * row group. Thread: any.
 */
final class FooterRescue {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final FileMetaData like;
    private final List<Leaf> leaves;

    /** For data files of a dataset. */
    FooterRescue(DatasetSpec spec) throws IOException {
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        try (DataFileWriter writer = new DataFileWriter(empty, spec)) {
            writer.finish();
        }
        like = footer(empty.toByteArray());
        leaves = leaves(like.getSchema(), spec);
    }

    /** A leaf column: its place in the schema, and how many values a row has of it. */
    private record Leaf(SchemaElement element, List<String> path, int valuesARow) {}

    private static FileMetaData footer(byte[] file) throws IOException {
        int tail = file.length - Integer.BYTES - MAGIC.length;
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(tail);
        return Util.readFileMetaData(new ByteArrayInputStream(file, tail - length, length));
    }

    private static List<Leaf> leaves(List<SchemaElement> schema, DatasetSpec spec) {
        List<Leaf> leaves = new ArrayList<>();
        List<String> path = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        boolean repeated = false;
        for (SchemaElement element : schema.subList(1, schema.size())) {
            path.add(element.getName());
            repeated |= element.getRepetition_type() == FieldRepetitionType.REPEATED;
            if (element.getNum_children() > 0) {
                left.add(element.getNum_children());
                continue;
            }
            FeatureSpec feature = spec.features().get(path.get(0));
            leaves.add(new Leaf(element, List.copyOf(path), repeated && feature != null ? feature.elements() : 1));
            path.remove(path.size() - 1);
            while (!left.isEmpty() && left.set(left.size() - 1, left.get(left.size() - 1) - 1) == 1) {
                left.remove(left.size() - 1);
                path.remove(path.size() - 1);
            }
            repeated &= !path.isEmpty();
        }
        return leaves;
    }

    /**
     * Writes what is whole of {@code torn} to {@code file}, as a file that can be read.
     *
     * @param most row groups at most
     * @return how many row groups were written; with none, no file is
     */
    int rescue(FileLayer layer, Path torn, Path file, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(torn)) {
            if (!begins(channel)) {
                return 0;
            }
            List<PageWalk.Page> pages = PageWalk.pages(channel);
            List<RowGroup> groups = new ArrayList<>();
            int next = 0;
            Group group;
            while (groups.size() < most && (group = group(pages, next)) != null) {
                group.made().setOrdinal((short) groups.size());
                groups.add(group.made());
                next = group.end();
            }
            if (!groups.isEmpty()) {
                write(layer, channel, pages.get(next - 1).end(), groups, file);
            }
            return groups.size();
        }
    }

    private static boolean begins(SeekableByteChannel channel) throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(MAGIC.length);
        channel.position(0);
        return channel.read(magic) == MAGIC.length && ByteBuffer.wrap(MAGIC).equals(magic.flip());
    }

    private record Group(RowGroup made, int end) {}

    /** The row group that begins with page {@code from}: the largest number of rows that comes out even in all columns. */
    private @Nullable Group group(List<PageWalk.Page> pages, int from) {
        List<Long> counts = new ArrayList<>();
        long values = 0;
        for (int i = from; i < pages.size() && (i == from || !pages.get(i).dictionary()); i++) {
            values += pages.get(i).values();
            if (values > 0 && values % leaves.get(0).valuesARow() == 0) {
                counts.add(0, values / leaves.get(0).valuesARow());
            }
        }
        for (long rows : counts) {
            Group group = group(pages, from, rows);
            if (group != null) {
                return group;
            }
        }
        return null;
    }

    private @Nullable Group group(List<PageWalk.Page> pages, int from, long rows) {
        RowGroup made = new RowGroup(new ArrayList<>(), 0, rows);
        int next = from;
        for (Leaf leaf : leaves) {
            int first = next;
            long values = 0;
            long wanted = rows * leaf.valuesARow();
            while (next < pages.size()
                    && values < wanted
                    && (next == first || !pages.get(next).dictionary())) {
                values += pages.get(next++).values();
            }
            if (values != wanted) {
                return null;
            }
            made.addToColumns(chunk(leaf, pages.subList(first, next), values));
        }
        long unpacked = 0;
        for (ColumnChunk chunk : made.getColumns()) {
            unpacked += chunk.getMeta_data().getTotal_uncompressed_size();
        }
        made.setTotal_byte_size(unpacked);
        made.setFile_offset(pages.get(from).at());
        made.setTotal_compressed_size(
                pages.get(next - 1).end() - pages.get(from).at());
        return new Group(made, next);
    }

    private static ColumnChunk chunk(Leaf leaf, List<PageWalk.Page> pages, long values) {
        Set<Encoding> encodings = new LinkedHashSet<>();
        long unpacked = 0;
        for (PageWalk.Page page : pages) {
            encodings.addAll(page.encodings());
            unpacked += page.unpacked();
        }
        boolean dictionary = pages.get(0).dictionary();
        long begin = pages.get(0).at();
        ColumnMetaData meta = new ColumnMetaData(
                leaf.element().getType(),
                List.copyOf(encodings),
                leaf.path(),
                CompressionCodec.SNAPPY,
                values,
                unpacked,
                pages.get(pages.size() - 1).end() - begin,
                pages.get(dictionary ? 1 : 0).at());
        if (dictionary) {
            meta.setDictionary_page_offset(begin);
        }
        ColumnChunk chunk = new ColumnChunk(begin);
        chunk.setMeta_data(meta);
        return chunk;
    }

    private void write(FileLayer layer, SeekableByteChannel torn, long end, List<RowGroup> groups, Path file)
            throws IOException {
        FileMetaData footer = new FileMetaData(like);
        footer.setRow_groups(groups);
        footer.setNum_rows(groups.stream().mapToLong(RowGroup::getNum_rows).sum());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        try (FileLayer.Sink sink = layer.create(file)) {
            OutputStream out = new SinkStream(sink);
            torn.position(0);
            ByteBuffer piece = ByteBuffer.allocate(1 << 16);
            for (long left = end; left > 0; left -= piece.limit()) {
                piece.clear().limit((int) Math.min(piece.capacity(), left));
                if (torn.read(piece) < 0) {
                    throw new IOException("It became shorter while it was read");
                }
                piece.flip();
                out.write(piece.array(), 0, piece.limit());
            }
            bytes.writeTo(out);
            out.write(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(bytes.size())
                    .array());
            out.write(MAGIC);
            out.flush();
            sink.sync();
        }
    }
}
