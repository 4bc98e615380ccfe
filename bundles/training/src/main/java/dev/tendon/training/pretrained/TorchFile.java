/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import dev.tendon.training.pretrained.TorchTensor.Storage;
import dev.tendon.training.pretrained.Unpickler.Global;
import dev.tendon.training.pretrained.Unpickler.RefusedException;
import dev.tendon.training.pretrained.Unpickler.Tuple;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of {@code torch.save}: a dictionary of tensors, in today's form or that of before 2020. Immutable. Thread: any. */
abstract class TorchFile {
    private static final String DICTIONARY = "collections.OrderedDict";
    private static final String TENSOR = "torch._utils._rebuild_tensor_v2";
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final int ZIP = 0x04034b50;

    private final Path file;
    private Map<String, TorchTensor> tensors = Map.of();

    TorchFile(Path file) {
        this.file = file;
    }

    /**
     * Reads what {@code file} holds, but no numbers yet.
     *
     * @throws UnreadableWeightsException where it holds anything but tensors by name, or is damaged
     */
    static TorchFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE));
            TorchFile opened = bytes.remaining() > Integer.BYTES && Integer.reverseBytes(bytes.getInt(0)) == ZIP
                    ? new ZippedTorchFile(file)
                    : new EarlyTorchFile(file, bytes);
            opened.tensors = named(opened.content());
            return opened;
        } catch (RefusedException e) {
            throw new UnreadableWeightsException(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, TorchTensor> named(@Nullable Object content) throws RefusedException {
        if (!(content instanceof Map<?, ?> map)) {
            throw new RefusedException("it holds no dictionary of tensors");
        }
        Map<String, TorchTensor> named = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name) || !(entry.getValue() instanceof TorchTensor tensor)) {
                throw new RefusedException("what it holds under " + entry.getKey() + " is no tensor");
            }
            named.put(name, tensor);
        }
        return Collections.unmodifiableMap(named);
    }

    /** The object that was saved. */
    abstract @Nullable Object content() throws IOException, RefusedException;

    /** Bytes of a storage, little-endian, at its beginning. */
    abstract ByteBuffer bytes(Storage storage, long from, int count) throws IOException;

    Path file() {
        return file;
    }

    /** The tensors by name, in the file's order. */
    Map<String, TorchTensor> tensors() {
        return tensors;
    }

    /** The bytes of a tensor, little-endian, in row-major order. */
    ByteBuffer bytes(TorchTensor tensor) throws IOException {
        int size = tensor.storage().type().bits() / Byte.SIZE;
        long bytes = (long) tensor.elements() * size;
        if (bytes > Integer.MAX_VALUE) {
            throw new UnreadableWeightsException(
                    file, "a tensor in it has " + bytes + " bytes, more than can be read here");
        }
        return bytes(tensor.storage(), tensor.offset() * size, (int) bytes);
    }

    /** The object of a pickle. */
    static @Nullable Object unpickle(ByteBuffer in) throws RefusedException {
        Set<String> known = new HashSet<>(TorchTensor.TYPES.keySet());
        Collections.addAll(known, DICTIONARY, TENSOR, PARAMETER);
        return new Unpickler(in, known, TorchTensor::storage, TorchFile::call).load();
    }

    private static @Nullable Object call(Global what, Tuple arguments) {
        return switch (what.name()) {
            case DICTIONARY -> new LinkedHashMap<Object, @Nullable Object>();
            case TENSOR -> TorchTensor.rebuilt(arguments);
            case PARAMETER -> arguments.items().get(0);
            default -> throw new IllegalArgumentException("it calls " + what.name());
        };
    }
}
