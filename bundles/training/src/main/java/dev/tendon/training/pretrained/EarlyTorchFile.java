/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import dev.tendon.training.pretrained.TorchTensor.Storage;
import dev.tendon.training.pretrained.Unpickler.RefusedException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of before 2020: five pickles (a magic number, a version, the machine, the object, the storages' keys), then the storages. */
final class EarlyTorchFile extends TorchFile {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final Long VERSION = 1001L;

    private final ByteBuffer all;
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();

    EarlyTorchFile(Path file, ByteBuffer all) {
        super(file);
        this.all = all.order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    @Nullable
    Object content() throws RefusedException {
        ByteBuffer in = all.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < 2
                || (in.get(0) & 0xff) != 0x80
                || !MAGIC.equals(unpickle(in))
                || !VERSION.equals(unpickle(in))) {
            throw new RefusedException("it is no file of torch.save");
        }
        if (!(unpickle(in) instanceof Map<?, ?> machine) || !Boolean.TRUE.equals(machine.get("little_endian"))) {
            throw new RefusedException("its numbers are not little-endian");
        }
        Object content = unpickle(in);
        if (!(unpickle(in) instanceof List<?> keys) || !(content instanceof Map<?, ?> tensors)) {
            throw new RefusedException("it holds no dictionary of tensors");
        }
        locate(keys, sizes(tensors), in);
        return content;
    }

    /** Bytes of a number in each storage. */
    private static Map<String, Integer> sizes(Map<?, ?> tensors) {
        Map<String, Integer> sizes = new HashMap<>();
        for (Object each : tensors.values()) {
            if (each instanceof TorchTensor tensor) {
                sizes.put(tensor.storage().key(), tensor.storage().type().bits() / Byte.SIZE);
            }
        }
        return sizes;
    }

    private void locate(List<?> keys, Map<String, Integer> sizes, ByteBuffer in) throws RefusedException {
        for (Object key : keys) {
            Integer size = key instanceof String name ? sizes.get(name) : null;
            if (size == null || in.remaining() < Long.BYTES) {
                throw new RefusedException("its list of storages does not fit its tensors, or it ends early");
            }
            long count = in.getLong();
            if (count < 0 || count > in.remaining() / size) {
                throw new RefusedException("it ends early, in the storage \"" + key + "\"");
            }
            starts.put((String) key, in.position());
            counts.put((String) key, count * size);
            in.position((int) (in.position() + count * size));
        }
    }

    @Override
    ByteBuffer bytes(Storage storage, long from, int count) throws IOException {
        Integer start = starts.get(storage.key());
        if (start == null || from + count > counts.get(storage.key())) {
            throw new UnreadableWeightsException(
                    file(), "the numbers of its storage \"" + storage.key() + "\" are not there, or too few");
        }
        return all.slice((int) (start + from), count).order(ByteOrder.LITTLE_ENDIAN);
    }
}
