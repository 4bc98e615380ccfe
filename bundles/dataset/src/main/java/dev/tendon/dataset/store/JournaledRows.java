/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.store.RowLayout.Slot;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.EpisodeRows;
import dev.tendon.dataset.write.FeatureSpec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journal's rows as columns, with the pictures read as they are asked for. Thread: its creator's. */
final class JournaledRows implements Closeable {
    private final EpisodeRows rows;
    private final List<String> tasks = new ArrayList<>();
    private final List<JournaledPictures> pictures = new ArrayList<>();

    /** The first {@code frames} rows of a journal. */
    JournaledRows(DatasetSpec spec, JournalReader reader, int frames) throws IOException {
        List<Slot> slots = reader.header().layout().slots();
        List<Collector> collectors = new ArrayList<>();
        for (Slot slot : slots) {
            FeatureSpec feature = spec.features().get(slot.feature().name());
            if (feature == null) {
                throw new IllegalStateException(
                        "The journal has a feature that the dataset has not: " + slot.feature());
            }
            collectors.add(new Collector(slot, feature));
        }
        reader.rows(frames, (row, texts) -> {
            tasks.add(JournalReader.task(row, texts));
            for (Collector collector : collectors) {
                collector.add(row, texts);
            }
        });
        Map<String, ColumnValues> columns = new LinkedHashMap<>();
        collectors.forEach(collector -> columns.put(collector.slot.feature().name(), collector.build()));
        List<String> images = reader.header().images();
        for (int i = 0; i < images.size(); i++) {
            JournaledPictures source = new JournaledPictures(reader, i);
            pictures.add(source);
            columns.put(images.get(i), ColumnValues.pictures(source, frames));
        }
        rows = new EpisodeRows(frames, columns);
    }

    EpisodeRows rows() {
        return rows;
    }

    /** The task of each row, in words. */
    List<String> tasks() {
        return tasks;
    }

    @Override
    public void close() throws IOException {
        for (JournaledPictures source : pictures) {
            source.close();
        }
    }

    /** A feature's values, row by row. */
    private static final class Collector {
        private final Slot slot;
        private final ColumnValues.@Nullable Builder numbers;
        private final List<String> texts = new ArrayList<>();

        Collector(Slot slot, FeatureSpec feature) {
            this.slot = slot;
            numbers = slot.width() == RowLayout.Width.TEXT ? null : ColumnValues.Builder.of(feature);
        }

        void add(ByteBuffer row, Map<Integer, String> known) {
            if (numbers == null) {
                texts.add(known.getOrDefault(row.getInt(slot.at()), ""));
                return;
            }
            for (int element = 0; element < slot.feature().elements(); element++) {
                int at = slot.at(element);
                switch (slot.width()) {
                    case FLOAT -> numbers.add(row.getFloat(at));
                    case DOUBLE -> numbers.add(row.getDouble(at));
                    case BYTE -> numbers.add(
                            slot.feature().dtype().equals("uint8") ? (long) (row.get(at) & 0xff) : (long) row.get(at));
                    case SHORT -> numbers.add(
                            slot.feature().dtype().equals("uint16")
                                    ? (long) (row.getShort(at) & 0xffff)
                                    : (long) row.getShort(at));
                    case INT -> numbers.add((long) row.getInt(at));
                    case LONG -> numbers.add(row.getLong(at));
                    case TEXT -> throw new IllegalStateException();
                }
            }
        }

        ColumnValues build() {
            return numbers == null ? ColumnValues.texts(texts) : numbers.build();
        }
    }

    /** The pictures of an image feature, in order; asked for an earlier one, it begins anew. */
    private static final class JournaledPictures implements ColumnValues.Pictures, Closeable {
        private final JournalReader reader;
        private final int number;
        private JournalReader.@Nullable Images images;
        private int next;

        JournaledPictures(JournalReader reader, int number) {
            this.reader = reader;
            this.number = number;
        }

        @Override
        public byte[] bytes(int row) throws IOException {
            if (images == null || row < next) {
                close();
                images = reader.images(number);
                next = 0;
            }
            while (true) {
                ByteBuffer png = images.next();
                if (png == null) {
                    throw new IOException("The journal has no picture " + row);
                }
                if (next++ == row) {
                    byte[] bytes = new byte[png.remaining()];
                    png.get(bytes);
                    return bytes;
                }
            }
        }

        @Override
        public String name(int row) {
            return String.format(Locale.ROOT, "frame-%06d.png", row);
        }

        @Override
        public void close() throws IOException {
            if (images != null) {
                images.close();
                images = null;
            }
        }
    }
}
