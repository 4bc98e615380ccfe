/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Walks a Parquet file's footer before parquet-java does, which trusts it: the Thrift reader takes memory for as many entries
 * as a list claims to have. Here each list and text must fit into what is left of the footer.
 *
 * <p>Layout: Parquet's file format, "File metadata" ({@code PAR1}, data, footer, its length, {@code PAR1}); encoding: Thrift's
 * compact protocol.
 */
final class FooterCheck {
    private static final int MAGIC = 0x31524150; // "PAR1", little endian
    private static final int TAIL = 8;
    private static final int MAX_DEPTH = 24;

    private final ByteBuffer in;

    private FooterCheck(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Checks the footer of {@code file}; returns the file's length.
     *
     * @throws FormatException where it is no Parquet file, ends early, or its footer is not well-formed
     */
    static long check(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long length = channel.size();
            if (length < 4 + TAIL) {
                throw Damage.in(file, "only " + length + " bytes long, which no Parquet file is");
            }
            if (read(channel, 0, 4).getInt() != MAGIC) {
                throw Damage.in(file, "no Parquet file: it does not begin with PAR1");
            }
            ByteBuffer tail = read(channel, length - TAIL, TAIL);
            int footerLength = tail.getInt();
            if (tail.getInt() != MAGIC) {
                throw Damage.in(file, "truncated or never finished: it does not end with PAR1");
            }
            if (footerLength <= 0 || footerLength > length - TAIL - 4) {
                throw Damage.in(file, "its footer cannot be " + footerLength + " bytes long");
            }
            if (footerLength > Limits.FOOTER_BYTES) {
                throw new FormatException(
                        file,
                        "its footer of " + footerLength + " bytes is longer than the " + Limits.FOOTER_BYTES
                                + " read here",
                        "Write the dataset again with fewer episodes a file");
            }
            try {
                new FooterCheck(read(channel, length - TAIL - footerLength, footerLength)).struct(0);
            } catch (Damage.Corrupt | java.nio.BufferUnderflowException e) {
                throw Damage.in(file, e instanceof Damage.Corrupt ? e.getMessage() : "its footer ends early");
            }
            return length;
        }
    }

    private static ByteBuffer read(SeekableByteChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // The channel may give less than was asked for.
        }
        return bytes.flip();
    }

    private void struct(int depth) {
        if (depth > MAX_DEPTH) {
            throw new Damage.Corrupt("its footer is nested too deeply");
        }
        for (int header = in.get(); header != 0; header = in.get()) {
            if ((header & 0xF0) == 0) {
                varint();
            }
            int type = header & 0x0F;
            if (type > 2) { // 1 and 2 are truth values, all in the header
                value(type, depth);
            }
        }
    }

    private void value(int type, int depth) {
        switch (type) {
            case 1, 2, 3 -> skip(1);
            case 4, 5, 6 -> varint();
            case 7 -> skip(8);
            case 8 -> skip(varint());
            case 9, 10 -> list(depth);
            case 11 -> map(depth);
            case 12 -> struct(depth + 1);
            default -> throw new Damage.Corrupt("its footer holds a field of unknown type " + type);
        }
    }

    private void list(int depth) {
        int header = in.get();
        long size = (header >> 4) & 0x0F;
        size = size == 15 ? varint() : size;
        fits(size);
        for (long i = 0; i < size; i++) {
            value(header & 0x0F, depth);
        }
    }

    private void map(int depth) {
        long size = varint();
        fits(size);
        if (size == 0) {
            return;
        }
        int types = in.get();
        for (long i = 0; i < size; i++) {
            value((types >> 4) & 0x0F, depth);
            value(types & 0x0F, depth);
        }
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new Damage.Corrupt("its footer holds a number of more than 64 bits");
    }

    private void skip(long bytes) {
        fits(bytes);
        in.position(in.position() + (int) bytes);
    }

    private void fits(long atLeast) {
        if (atLeast < 0 || atLeast > in.remaining()) {
            throw new Damage.Corrupt("its footer promises more than it holds");
        }
    }
}
