/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The boxes of a fragmented MP4 that are whole (ISO/IEC 14496-12): head, then pairs of {@code moof}, which counts and describes frames, and {@code
 * mdat}, which holds them. What comes after the first that is torn or makes no sense is not looked at.
 *
 * @param fragmented whether it begins like a fragmented file, with its head whole
 * @param frames in whole fragments
 * @param bytes up to the end of the last whole fragment
 * @param torn whether something follows that is not whole
 */
record Fragments(boolean fragmented, long frames, long bytes, boolean torn) {
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;

    /** Heads of files and fragments are some hundred bytes to some kilobytes. */
    private static final int MAX_TABLE = 1 << 24;

    private static final long LOW = 0xffffffffL;

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
                if (box.type.equals("moov")) {
                    fragmented = contains(table(channel, box), "mvex");
                    if (!fragmented) {
                        break;
                    }
                    whole = box.end;
                } else if (box.type.equals("moof")) {
                    announced = frames(table(channel, box));
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
            return new Fragments(fragmented, frames, whole, at < size || announced >= 0);
        }
    }

    private record Box(String type, long begin, long end) {
        /** The box at {@code at}; null: there is no whole one. */
        static @org.jspecify.annotations.Nullable Box at(FileChannel channel, long at, long size) throws IOException {
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
            return new Box(typeAt(head, 0), begin, at + length);
        }
    }

    private static ByteBuffer table(FileChannel channel, Box box) throws IOException {
        if (box.end - box.begin > MAX_TABLE) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) (box.end - box.begin));
        while (bytes.hasRemaining() && channel.read(bytes, box.begin + bytes.position()) >= 0) {
            // Until it is full or the file ends.
        }
        return bytes.flip();
    }

    private static boolean contains(ByteBuffer table, String type) {
        return find(table, 0, table.limit(), type) >= 0;
    }

    /** Where the content of the first box of that type begins; -1: there is none. */
    private static int find(ByteBuffer table, int from, int to, String type) {
        int at = from;
        while (at + HEAD <= to) {
            int length = table.getInt(at);
            if (length < HEAD || length > to - at) {
                return -1;
            }
            if (typeAt(table, at).equals(type)) {
                return at + HEAD;
            }
            at += length;
        }
        return -1;
    }

    private static String typeAt(ByteBuffer table, int at) {
        byte[] type = new byte[4];
        table.get(at + 4, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    /** Frames of a {@code moof} with one track, as our encoder writes it: the samples of its {@code trun}s. -1: it makes no sense. */
    private static long frames(ByteBuffer moof) {
        int track = find(moof, 0, moof.limit(), "traf");
        if (track < 0) {
            return -1;
        }
        int end = track - HEAD + moof.getInt(track - HEAD);
        long frames = 0;
        int run = find(moof, track, end, "trun");
        while (run >= 0) {
            if (run + HEAD > end) {
                return -1;
            }
            frames += moof.getInt(run + 4) & LOW;
            run = find(moof, run - HEAD + moof.getInt(run - HEAD), end, "trun");
        }
        return frames;
    }
}
