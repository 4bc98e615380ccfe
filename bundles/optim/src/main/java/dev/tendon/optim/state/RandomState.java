/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.state;

import dev.tendon.safetensors.ElementType;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.SafeTensorsWriter;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code rng_state.safetensors}: the generators of Python, NumPy and PyTorch, as LeRobot's {@code set_seed} leaves them. Thread: any. */
public final class RandomState {
    private static final String FILE = "rng_state.safetensors";
    private static final int PYTHON_VERSION = 3;

    /** {@code sizeof(CPUGeneratorImplState)}: PyTorch 2.13, {@code aten/src/ATen/CPUGeneratorImpl.cpp}. */
    private static final int TORCH_BYTES = 5056;

    private RandomState() {}

    /** Writes generators that are seeded with {@code seed}, of which NumPy takes the lower 32 bits. */
    public static void save(Path folder, long seed) throws IOException {
        SafeTensorsWriter.write(folder.resolve(FILE), Map.of(), tensors(seed));
    }

    /** Whether the folder's file is what {@link #save} writes for {@code seed}; LeRobot's is not, once it has drawn a number. */
    public static boolean isSeeded(Path folder, long seed) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        SafeTensors there = SafeTensors.open(file);
        for (Tensor tensor : tensors(seed)) {
            if (!there.names().contains(tensor.name())
                    || !there.tensor(tensor.name()).bytes().equals(tensor.bytes())) {
                return false;
            }
        }
        return true;
    }

    private static List<Tensor> tensors(long seed) {
        long magnitude = Math.abs(seed);
        int low = (int) magnitude;
        int high = (int) (magnitude >>> Integer.SIZE);
        long[] python = unsigned(MersenneTwister.seeded(high == 0 ? new int[] {low} : new int[] {low, high}), 1);
        python[MersenneTwister.SIZE] = MersenneTwister.SIZE;
        long[] numpy = unsigned(MersenneTwister.seeded((int) seed), 0);
        return List.of(
                Tensor.of("py_rng_version", new long[] {1}, new long[] {PYTHON_VERSION}),
                Tensor.of("py_rng_state", new long[] {python.length}, python),
                Tensor.of("np_rng_state_values", new long[] {numpy.length}, numpy),
                Tensor.of("np_rng_state_index", new long[] {1}, new long[] {MersenneTwister.SIZE}),
                Tensor.of("np_rng_has_gauss", new long[] {1}, new long[] {0}),
                Tensor.of("np_rng_cached_gaussian", new long[] {1}, new float[] {0}),
                Tensor.of("torch_rng_state", ElementType.U8, new long[] {TORCH_BYTES}, torch(seed)));
    }

    /** Its C structure: seed, how many are left, whether seeded, the next, the state, and no normal number in store. */
    private static ByteBuffer torch(long seed) {
        ByteBuffer bytes = ByteBuffer.allocate(TORCH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(seed).putInt(1).putInt(1).putLong(0);
        for (long word : unsigned(MersenneTwister.seeded((int) seed), 0)) {
            bytes.putLong(word);
        }
        return bytes.rewind();
    }

    private static long[] unsigned(int[] words, int more) {
        return Arrays.copyOf(
                Arrays.stream(words).mapToLong(Integer::toUnsignedLong).toArray(), words.length + more);
    }
}
