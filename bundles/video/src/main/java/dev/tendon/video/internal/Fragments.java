/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of an MP4 file that are whole (ISO/IEC 14496-12). A fragmented file has a head and then pairs of {@code moof}, which counts and
 * describes frames, and {@code mdat}, which holds them. What comes after the first that is torn or makes no sense is not looked at.
 *
 * <p>A few bytes of a head can claim billions of frames, for which FFmpeg would take memory and hours: what claims more frames than the file
 * has bytes is refused here, before FFmpeg sees it.
 *
 * @param fragmented whether it begins like a fragmented file, with its head whole
 * @param frames in whole fragments
 * @param bytes of the file that are good to be read: up to the end of the last whole fragment, all of a file that is not fragmented
 * @param torn whether something follows that is not whole
 */
record Fragments(boolean fragmented, long frames, long bytes, boolean torn) {
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;

    /** Heads of fragments are some hundred bytes, indices of films some bytes a frame. */
    private static final int MAX_TABLE = 1 << 26;

    private static final long LOW = 0xffffffffL;
    private static final List<String> RUNS = List.of("traf", "trun");
    private static final List<String> SIZES = List.of("trak", "mdia", "minf", "stbl", "stsz");

    /**
     * Looks through a file.
     *
     * @throws IOException where its head claims what cannot be
     */
    static Fragments of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long at = 0;
            long whole = 0;
            long frames = 0;
            long announced = -1;
            boolean fragmented = false;
            while (at < size) {
                Box box = Box.at(channel, at, size);
                if (box == null) {
                    break;
                }
                if (box.type.equals("moov") && !fragmented) {
                    Boxes head = table(channel, box);
                    check(file, head, size);
                    if (head.all("mvex").isEmpty()) {
                        return new Fragments(false, 0, size, false);
                    }
                    fragmented = true;
                    whole = box.end;
                } else if (box.type.equals("moof")) {
                    announced = frames(table(channel, box), size);
                    if (announced < 0) {
                        break;
                    }
                } else if (box.type.equals("mdat") && fragmented && announced >= 0) {
                    frames += announced;
                    announced = -1;
                    whole = box.end;
                }
                at = box.end;
            }
            return new Fragments(fragmented, frames, fragmented ? whole : size, at < size || announced >= 0);
        }
    }

    private static void check(Path file, Boxes head, long size) throws IOException {
        for (Boxes sizes : head.all(SIZES)) {
            long each = Math.max(1, sizes.number(4));
            if (sizes.number(8) > size / each) {
                throw new IOException(file + ": is damaged: its head speaks of " + sizes.number(8) + " frames of "
                        + each + " bytes or more, and the file has " + size + " bytes");
            }
        }
    }

    /** Frames of a {@code moof}: the samples of its {@code trun}s. -1: it makes no sense. */
    private static long frames(Boxes moof, long size) {
        long frames = 0;
        for (Boxes run : moof.all(RUNS)) {
            long count = run.number(4);
            if (count < 0 || count > size) {
                return -1;
            }
            frames += count;
        }
        return frames > size ? -1 : frames;
    }

    private static Boxes table(FileChannel channel, Box box) throws IOException {
        if (box.end - box.begin > MAX_TABLE) {
            return Boxes.of(ByteBuffer.allocate(0));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) (box.end - box.begin));
        while (bytes.hasRemaining() && channel.read(bytes, box.begin + bytes.position()) >= 0) {
            // Until it is full or the file ends.
        }
        return Boxes.of(bytes.flip());
    }

    private record Box(String type, long begin, long end) {
        /** The box at {@code at}; null: there is no whole one. */
        static @Nullable Box at(FileChannel channel, long at, long size) throws IOException {
            ByteBuffer head = ByteBuffer.allocate(LONG_HEAD);
            channel.read(head, at);
            if (head.position() < HEAD) {
                return null;
            }
            long length = head.getInt(0) & LOW;
            long begin = at + HEAD;
            if (length == 1 && head.position() == LONG_HEAD) {
                length = head.getLong(HEAD);
                begin = at + LONG_HEAD;
            }
            if (length < begin - at || length > size - at) {
                return null;
            }
            return new Box(Boxes.type(head, 0), begin, at + length);
        }
    }
}
