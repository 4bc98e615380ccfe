/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array in NumPy's file format (NEP 1, versions 1 to 3): its first axis counts the frames. Numbers and truth values, little or big
 * endian, in C order. Read block by block.
 */
final class NpyValues implements Values {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCR = Pattern.compile("'descr':\\s*'([<>|=])([fiub])(\\d+)'");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");
    private static final int MOST_HEADER = 1 << 16;
    private static final int BLOCK = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final long dataAt;
    private final char kind;
    private final int width;
    private final long rows;
    private final List<Integer> shape;
    private final ByteBuffer block;
    private final int rowBytes;
    private long blockRow;
    private int blockRows;
    private int at;

    private NpyValues(Path file, FileChannel channel, long dataAt, String header) throws IOException {
        this.file = file;
        this.channel = channel;
        this.dataAt = dataAt;
        Matcher descr = DESCR.matcher(header);
        Matcher extents = SHAPE.matcher(header);
        if (!descr.find() || !extents.find() || header.contains("'fortran_order': True")) {
            throw wrong("its header is not understood: " + header.strip());
        }
        kind = descr.group(2).charAt(0);
        width = Integer.parseInt(descr.group(3));
        if (width > 8 || (kind == 'f' && width < 4) || Integer.bitCount(width) != 1) {
            throw wrong("numbers of type " + kind + width + " are not read here");
        }
        List<Long> all = new ArrayList<>();
        for (String extent : extents.group(1).split(",", -1)) {
            if (!extent.isBlank()) {
                all.add(Long.parseLong(extent.strip()));
            }
        }
        if (all.isEmpty()) {
            throw wrong("it holds a single number, not one for each frame");
        }
        rows = all.get(0);
        if (all.stream().anyMatch(extent -> extent < 0)) {
            throw wrong("its shape has an extent below 0");
        }
        shape = all.size() == 1
                ? List.of(1)
                : all.subList(1, all.size()).stream().map(Math::toIntExact).toList();
        long perRow = shape.stream().mapToLong(Integer::longValue).reduce(width, Math::multiplyExact);
        if (perRow > BLOCK || perRow <= 0 || channel.size() - dataAt < Math.multiplyExact(rows, perRow)) {
            throw wrong("it is shorter than its header says, or its rows are too long");
        }
        rowBytes = (int) perRow;
        block = ByteBuffer.allocate(BLOCK / rowBytes * rowBytes)
                .order(descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    static NpyValues open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            ByteBuffer head = read(channel, 0, 12).order(ByteOrder.LITTLE_ENDIAN);
            byte[] magic = new byte[MAGIC.length];
            if (head.remaining() == 12) {
                head.get(magic);
            }
            if (!Arrays.equals(magic, MAGIC)) {
                throw new FormatException(file, "no NumPy file", "Write it with numpy.save");
            }
            int major = head.get();
            head.get();
            int at = major == 1 ? 10 : 12;
            int length = major == 1 ? head.getShort() & 0xFFFF : head.getInt();
            if (length < 0 || length > MOST_HEADER) {
                throw new FormatException(
                        file, "its header is said to have " + length + " bytes", "Write it with numpy.save");
            }
            String header =
                    StandardCharsets.UTF_8.decode(read(channel, at, length)).toString();
            return new NpyValues(file, channel, at + (long) length, header);
        } catch (ArithmeticException | NumberFormatException e) {
            channel.close();
            throw new FormatException(file + ": its header is not understood. Write it with numpy.save", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        fill(channel, position, bytes);
        return bytes.flip();
    }

    private static void fill(FileChannel channel, long position, ByteBuffer into) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int n = channel.read(into, at);
            if (n < 0) {
                return;
            }
            at += n;
        }
    }

    private FormatException wrong(String problem) {
        return new FormatException(file, problem, "Write it with numpy.save, in C order, a row for each frame");
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public String dtype() {
        return switch (kind) {
            case 'f' -> "float" + width * 8;
            case 'b' -> "bool";
            default -> (kind == 'u' ? "uint" : "int") + width * 8;
        };
    }

    @Override
    public List<Integer> shape() {
        return shape;
    }

    @Override
    public void goTo(long row) throws IOException {
        if (row < blockRow || row >= blockRow + blockRows) {
            block.clear();
            fill(channel, dataAt + row * rowBytes, block);
            block.flip();
            blockRow = row;
            blockRows = block.remaining() / rowBytes;
        }
        at = (int) (row - blockRow) * rowBytes;
    }

    @Override
    public double number(int element) {
        int place = at + element * width;
        return kind == 'f' ? (width == 4 ? block.getFloat(place) : block.getDouble(place)) : integer(element);
    }

    @Override
    public long integer(int element) {
        int place = at + element * width;
        boolean signed = kind == 'i';
        return switch (width) {
            case 1 -> signed ? block.get(place) : block.get(place) & 0xFF;
            case 2 -> signed ? block.getShort(place) : block.getShort(place) & 0xFFFF;
            case 4 -> kind == 'f'
                    ? (long) block.getFloat(place)
                    : signed ? block.getInt(place) : block.getInt(place) & 0xFFFFFFFFL;
            default -> kind == 'f' ? (long) block.getDouble(place) : block.getLong(place);
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
