/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Compression without Hadoop: Snappy, which LeRobot uses, GZIP for reading, and none. Unpacks no page beyond {@link
 * Limits#PAGE_BYTES}, and none to more than its codec can. Thread: any.
 */
public final class Codecs implements CompressionCodecFactory {
    /** What Snappy can make of a byte: its densest element copies 64 bytes and takes three. */
    private static final int SNAPPY_FACTOR = 22;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        return switch (name) {
            case UNCOMPRESSED -> new Compressor(name, bytes -> bytes);
            case SNAPPY -> new Compressor(name, Snappy::compress);
            default -> throw new Damage.Unsupported("compression " + name + " is not written here");
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return switch (name) {
            case UNCOMPRESSED -> new Decompressor((bytes, size) -> bytes);
            case SNAPPY -> new Decompressor(Codecs::snappy);
            case GZIP -> new Decompressor(Codecs::gzip);
            default -> throw new Damage.Unsupported("it is compressed with " + name + ", which is not read here");
        };
    }

    @Override
    public void release() {}

    /** A copy of {@code input}. */
    static byte[] bytes(BytesInput input) throws IOException {
        try (InputStream in = input.toInputStream()) {
            return in.readNBytes(Math.toIntExact(input.size()));
        }
    }

    private static byte[] snappy(byte[] packed, int size) throws IOException {
        if (size > (long) packed.length * SNAPPY_FACTOR || Snappy.uncompressedLength(packed) != size) {
            throw new Damage.Corrupt("a page's size contradicts its contents");
        }
        return Snappy.uncompress(packed);
    }

    private static byte[] gzip(byte[] packed, int size) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(size);
        }
    }

    private interface Pack {
        byte[] apply(byte[] bytes) throws IOException;
    }

    private interface Unpack {
        byte[] apply(byte[] packed, int size) throws IOException;
    }

    private record Compressor(CompressionCodecName getCodecName, Pack pack) implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return BytesInput.from(pack.apply(Codecs.bytes(bytes)));
        }

        @Override
        public void release() {}
    }

    private record Decompressor(Unpack unpack) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            return BytesInput.from(checked(Codecs.bytes(packed), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer into, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            into.put(checked(bytes, size));
        }

        private byte[] checked(byte[] packed, int size) throws IOException {
            if (size < 0 || size > Limits.PAGE_BYTES) {
                throw new Damage.Corrupt("a page of " + size + " bytes");
            }
            byte[] bytes = unpack.apply(packed, size);
            if (bytes.length != size) {
                throw new Damage.Corrupt("a page holds " + bytes.length + " bytes instead of " + size);
            }
            return bytes;
        }

        @Override
        public void release() {}
    }
}
