/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.pretrained;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Broken bytes anywhere end in an exception that names the file, or change nothing but numbers. */
class TorchFileFuzz {
    private static final String[] FILES = {"resnet.pth", "resnet_early.pth", "hostile.pth"};

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void flippedBytes(@ForAll @IntRange(max = 2) int file, @ForAll long seed) throws Exception {
        byte[] bytes = Files.readAllBytes(PublishedWeightsTest.golden(FILES[file]));
        Random random = new Random(seed);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        check(bytes);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void filesCutShort(@ForAll @IntRange(max = 2) int file, @ForAll long seed) throws Exception {
        byte[] bytes = Files.readAllBytes(PublishedWeightsTest.golden(FILES[file]));
        check(Arrays.copyOf(bytes, new Random(seed).nextInt(bytes.length)));
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void picklesOfNonsense(@ForAll byte[] program) {
        ByteBuffer in = ByteBuffer.allocate(program.length + 2);
        in.put((byte) 0x80).put((byte) 2).put(program).flip();
        try {
            TorchFile.unpickle(in);
        } catch (Unpickler.RefusedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void check(byte[] bytes) throws IOException {
        Path path = Files.createTempFile("fuzz", ".pth");
        try {
            Files.write(path, bytes);
            TorchFile file = TorchFile.open(path);
            for (TorchTensor tensor : file.tensors().values()) {
                file.bytes(tensor);
            }
        } catch (UnreadableWeightsException e) {
            assertThat(e.getMessage()).contains(path.toString());
        } finally {
            Files.delete(path);
        }
    }
}
