/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The episode that is being recorded, on disk from its first frame on in a form that a crash can only shorten. Rows and images
 * come here; each camera's video is written by its encoder, in fragments, to the file named by {@link #video}. One frame is one
 * row, one image a camera and one video frame a camera, in step.
 *
 * <p>Whoever records calls {@link #sync} once a second, after the encoders' own, and {@link #videoDurable} with what these say.
 * After an {@link IOException} the journal takes nothing more: what it holds is kept, to be saved or found by the next open.
 *
 * <p>Thread: one at a time, its owner's; {@link #videoDurable} and {@link #durableFrames} any.
 */
public final class EpisodeJournal implements Closeable {
    static final byte ROW = 'r';
    static final byte TEXT = 't';
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final Path folder;
    private final JournalHeader header;
    private final RecordWriter rows;
    private final Map<String, ImageStream> images = new LinkedHashMap<>();
    private final Map<String, Long> durableVideo = new ConcurrentHashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final JournalRow row;
    private int task;
    private int frames;
    private boolean closed;
    private boolean failed;
    private volatile long durableRows;

    private EpisodeJournal(FileLayer layer, Path folder, JournalHeader header) throws IOException {
        this.folder = folder;
        this.header = header;
        row = new JournalRow(header.layout(), this::number);
        rows = new RecordWriter(layer, folder.resolve(JournalHeader.ROWS));
        try {
            List<String> keys = header.images();
            for (int i = 0; i < keys.size(); i++) {
                images.put(
                        keys.get(i),
                        new ImageStream(new RecordWriter(layer, folder.resolve(JournalHeader.imageFile(i)))));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        header.videos().forEach(key -> durableVideo.put(key, 0L));
    }

    /** Begins a journal in {@code folder}, which is made, and makes durable that it is there. */
    static EpisodeJournal begin(FileLayer layer, Path folder, JournalHeader header) throws IOException {
        layer.makeFolder(folder);
        try (FileLayer.Sink sink = layer.create(folder.resolve(JournalHeader.NAME))) {
            sink.write(ByteBuffer.wrap(header.toJson()));
            sink.sync();
        }
        EpisodeJournal journal = new EpisodeJournal(layer, folder, header);
        try {
            layer.syncFolder(folder);
            layer.syncFolder(folder.toAbsolutePath().getParent());
            return journal;
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    JournalHeader header() {
        return header;
    }

    /** The number that the episode has once it is saved, unless an earlier one is discarded meanwhile. */
    public int episode() {
        return header.episode();
    }

    /** What the frames from the next one on do, in words. */
    public void task(String task) throws IOException {
        this.task = number(task);
    }

    /** The row to be filled; always the same one. What is not set keeps the value of the row before. */
    public JournalRow row() {
        return row;
    }

    /** Appends {@link #row()} as the next frame. */
    public void append() throws IOException {
        if (task == 0) {
            throw new IllegalStateException("An episode's first frame needs a task");
        }
        write(() -> rows.append(row.finish(frames, task), NOTHING));
        frames++;
    }

    /** Appends the next frame's picture, in PNG, of a feature that keeps its pictures in the rows. */
    public void image(String key, ByteBuffer png) throws IOException {
        ImageStream stream = images.get(key);
        if (stream == null) {
            throw new IllegalArgumentException("\"" + key + "\" is no image feature; these are: " + images.keySet());
        }
        write(() -> stream.append(png));
    }

    /**
     * Where the encoder of a video feature writes, in a form that a tear can only shorten; the file is its to make.
     *
     * @throws IllegalArgumentException where the dataset has no such video
     */
    public Path video(String key) {
        return folder.resolve(JournalHeader.videoFile(videoNumber(key)));
    }

    /**
     * Where the encoder of a video feature may write the same frames as a plain file besides. Finished and synced before the episode is saved, it
     * goes into the dataset as it is; else the save copies the frames from {@link #video}, which takes the longer the more there are.
     *
     * @throws IllegalArgumentException where the dataset has no such video
     */
    public Path film(String key) {
        return folder.resolve(JournalHeader.filmFile(videoNumber(key)));
    }

    private int videoNumber(String key) {
        int number = header.videos().indexOf(key);
        if (number < 0) {
            throw new IllegalArgumentException("\"" + key + "\" is no video feature; these are: " + header.videos());
        }
        return number;
    }

    /** Notes how many of a video's frames are safe on the disk. Any thread. */
    public void videoDurable(String key, long frames) {
        video(key);
        durableVideo.put(key, frames);
    }

    /** Makes durable what was appended so far. */
    public void sync() throws IOException {
        long upTo = frames;
        write(() -> {
            for (ImageStream stream : images.values()) {
                stream.writer.sync();
            }
            rows.sync();
        });
        for (ImageStream stream : images.values()) {
            upTo = Math.min(upTo, stream.count);
        }
        durableRows = upTo;
    }

    /** Frames appended so far. */
    public int frames() {
        return frames;
    }

    /** Frames that would be found after a crash now: those of which row, images and videos are all on the disk. Any thread. */
    public long durableFrames() {
        long durable = durableRows;
        for (long video : durableVideo.values()) {
            durable = Math.min(durable, video);
        }
        return durable;
    }

    /** Bytes of rows and images so far; videos are their encoders' to count. */
    public long bytes() {
        long bytes = rows.size();
        for (ImageStream stream : images.values()) {
            bytes += stream.writer.size();
        }
        return bytes;
    }

    /** Whether a write has failed, so that it takes no more frames. */
    public boolean failed() {
        return failed;
    }

    /** Ends writing; the journal stays. Idempotent. */
    @Override
    public void close() throws IOException {
        closed = true;
        try (rows) {
            for (ImageStream stream : images.values()) {
                stream.writer.close();
            }
        }
    }

    private int number(String text) throws IOException {
        Integer known = texts.get(text);
        if (known != null) {
            return known;
        }
        int number = texts.size() + 1;
        ByteBuffer head = ByteBuffer.allocate(1 + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.put(TEXT).putInt(number).flip();
        write(() -> rows.append(head, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
        texts.put(text, number);
        return number;
    }

    private interface Write {
        void run() throws IOException;
    }

    private void write(Write write) throws IOException {
        if (closed || failed) {
            throw new IllegalStateException("The journal of episode " + header.episode()
                    + (failed ? " could not be written to, and takes no more frames" : " is closed"));
        }
        failed = true;
        write.run();
        failed = false;
    }

    /** The pictures of a feature. */
    private static final class ImageStream {
        private final RecordWriter writer;
        private final ByteBuffer head = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        private int count;

        ImageStream(RecordWriter writer) {
            this.writer = writer;
        }

        void append(ByteBuffer png) throws IOException {
            head.clear();
            head.putInt(count).flip();
            writer.append(head, png.duplicate());
            count++;
        }
    }
}
