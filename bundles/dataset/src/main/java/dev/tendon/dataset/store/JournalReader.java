/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.video.Video;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a journal's rows and images, as far as they are whole. Thread: any; each call opens and closes its files. */
final class JournalReader {
    /** Bytes of a text, and of a picture, beyond which a record is taken for a torn one. */
    static final int LONGEST_TEXT = 1 << 20;

    private static final int LONGEST_IMAGE = 256 << 20;

    private final Path folder;
    private final JournalHeader header;
    private final RowLayout layout;

    JournalReader(Path folder) throws IOException {
        this.folder = folder;
        header = JournalHeader.read(folder);
        layout = header.layout();
    }

    JournalHeader header() {
        return header;
    }

    /** What is done with a row: its bytes as {@link RowLayout} places them, and the texts they name. */
    interface RowWork {
        void accept(ByteBuffer row, Map<Integer, String> texts) throws IOException;
    }

    /** Passes the first {@code most} rows on, and says how many there were. */
    int rows(int most, RowWork work) throws IOException {
        Path file = folder.resolve(JournalHeader.ROWS);
        if (!Files.exists(file)) {
            return 0;
        }
        Map<Integer, String> texts = new HashMap<>(Map.of(0, ""));
        int count = 0;
        try (RecordReader records = new RecordReader(file, Math.max(layout.bytes(), LONGEST_TEXT + RowLayout.HEAD))) {
            @Nullable ByteBuffer record;
            while (count < most && (record = records.next()) != null) {
                if (record.get(0) == EpisodeJournal.TEXT && record.remaining() > Integer.BYTES) {
                    texts.put(
                            record.getInt(1),
                            StandardCharsets.UTF_8.decode(record.position(5)).toString());
                } else if (record.get(0) == EpisodeJournal.ROW
                        && record.remaining() == layout.bytes()
                        && record.getInt(1) == count) {
                    work.accept(record, texts);
                    count++;
                } else {
                    break;
                }
            }
        }
        return count;
    }

    /** Whole rows that there are. */
    int rows() throws IOException {
        return rows(Integer.MAX_VALUE, (row, texts) -> {});
    }

    /** What was done, in words, in the first {@code most} rows: each task once, in the order of its first frame. */
    List<String> tasks(int most) throws IOException {
        List<String> tasks = new ArrayList<>();
        rows(most, (row, texts) -> {
            String task = task(row, texts);
            if (!tasks.contains(task)) {
                tasks.add(task);
            }
        });
        return tasks;
    }

    static String task(ByteBuffer row, Map<Integer, String> texts) {
        return texts.getOrDefault(row.getInt(5), "");
    }

    /** The pictures of image feature {@code number}, one after the other. */
    Images images(int number) throws IOException {
        return new Images(folder.resolve(JournalHeader.imageFile(number)));
    }

    /** Whole pictures of image feature {@code number}. */
    int imageCount(int number) throws IOException {
        if (!Files.exists(folder.resolve(JournalHeader.imageFile(number)))) {
            return 0;
        }
        int count = 0;
        try (Images images = images(number)) {
            while (images.next() != null) {
                count++;
            }
        }
        return count;
    }

    /** Where video feature {@code number} is. */
    Path video(int number) {
        return folder.resolve(JournalHeader.videoFile(number));
    }

    /** The whole film of video feature {@code number}; there or not, finished or not. */
    Path film(int number) {
        return folder.resolve(JournalHeader.filmFile(number));
    }

    /** Frames of that film; -1 where there is none that is finished. */
    long filmFrames(Video video, int number) {
        Path film = film(number);
        if (!Files.isRegularFile(film)) {
            return -1;
        }
        try {
            return video.probe(film).frames();
        } catch (IOException e) {
            return -1; // it has no index yet; the fragments are what counts
        }
    }

    /** Pictures in PNG, in their order. Thread: its creator's. */
    static final class Images implements Closeable {
        private final RecordReader records;
        private int count;

        private Images(Path file) throws IOException {
            records = new RecordReader(file, LONGEST_IMAGE);
        }

        /** The next one; null behind the last whole one. */
        @Nullable
        ByteBuffer next() throws IOException {
            ByteBuffer record = records.next();
            if (record == null || record.remaining() <= Integer.BYTES || record.getInt() != count) {
                return null;
            }
            count++;
            return record.slice();
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }
}
