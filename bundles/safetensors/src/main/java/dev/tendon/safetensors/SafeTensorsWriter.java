/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes safetensors files. Thread: any; two writers of one file must not meet. */
public final class SafeTensorsWriter {
    /** Descending type, then the name's bytes: huggingface/safetensors 0.8, {@code prepare} in {@code tensor.rs}. */
    private static final Comparator<Tensor> ORDER = Comparator.comparing(Tensor::type)
            .reversed()
            .thenComparing(tensor -> tensor.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private SafeTensorsWriter() {}

    /**
     * Writes {@code tensors} to {@code file}: aside first, synced, then moved into place, so that a reader finds the old file or the
     * new one.
     *
     * @param metadata texts to keep beside them, in this order; mostly {@code format=pt}, which PyTorch users' tools ask for
     * @throws IllegalArgumentException where two tensors have one name, or one is named {@code __metadata__}
     */
    public static void write(Path file, Map<String, String> metadata, Collection<Tensor> tensors) throws IOException {
        List<Tensor> sorted = tensors.stream().sorted(ORDER).toList();
        Set<String> names = new HashSet<>(Set.of(Header.METADATA));
        for (Tensor tensor : sorted) {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException(
                        "Two tensors are named \"" + tensor.name() + "\", or it is reserved");
            }
        }
        Path folder = file.toAbsolutePath().getParent();
        Path aside = folder.resolve("." + file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                writeFully(channel, header(metadata, sorted));
                for (Tensor tensor : sorted) {
                    writeFully(channel, tensor.bytes());
                }
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
        syncFolder(folder);
    }

    private static ByteBuffer header(Map<String, String> metadata, List<Tensor> sorted) {
        byte[] json = HeaderWriter.json(metadata, sorted).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + Header.LENGTH_BYTES - 1) / Header.LENGTH_BYTES * Header.LENGTH_BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(Header.LENGTH_BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(json);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.flip();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return; // only there can a folder be opened to be synced
        }
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
