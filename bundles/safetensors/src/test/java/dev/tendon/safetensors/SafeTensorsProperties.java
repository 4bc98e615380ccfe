/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class SafeTensorsProperties {
    @Property(tries = 100)
    void whatIsWrittenIsRead(
            @ForAll @Size(max = 8) @UniqueElements List<String> names,
            @ForAll long seed,
            @ForAll Map<String, String> metadata)
            throws IOException {
        Random random = new Random(seed);
        List<Tensor> tensors = new ArrayList<>();
        for (String name : names) {
            tensors.add(random(name.replace("__metadata__", "m"), random));
        }
        Path file = Files.createTempFile("tendon", ".safetensors");
        try {
            SafeTensorsWriter.write(file, readable(metadata), tensors);
            SafeTensors read = SafeTensors.open(file);

            assertThat(read.metadata()).isEqualTo(readable(metadata));
            assertThat(read.names()).hasSize(tensors.size());
            for (Tensor tensor : tensors) {
                Tensor back = read.tensor(readable(tensor.name()));
                assertThat(back.type()).isEqualTo(tensor.type());
                assertThat(back.shape()).isEqualTo(tensor.shape());
                assertThat(back.bytes()).isEqualTo(tensor.bytes());
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 500)
    void aDamagedFileIsReadOrRefusedAndNothingElse(
            @ForAll @IntRange(max = 5000) int position, @ForAll byte value, @ForAll boolean cut) throws IOException {
        byte[] bytes = Files.readAllBytes(Samples.file("every-type"));
        int at = position % bytes.length;
        Path file = Files.createTempFile("tendon", ".safetensors");
        try {
            if (cut) {
                Files.write(file, java.util.Arrays.copyOf(bytes, at));
            } else {
                bytes[at] = value;
                Files.write(file, bytes);
            }
            SafeTensors read = SafeTensors.open(file);
            for (String name : read.names()) {
                read.tensor(name).bytes().remaining();
            }
        } catch (SafeTensorsException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
        } finally {
            Files.delete(file);
        }
    }

    private static Tensor random(String name, Random random) {
        ElementType type = ElementType.values()[random.nextInt(ElementType.values().length)];
        long[] shape = random.ints(random.nextInt(4), 0, 5)
                .mapToLong(axis -> axis * 4L)
                .toArray();
        long size = Shapes.bytes(type, shape);
        if (size < 0) {
            type = ElementType.U8;
            size = Shapes.bytes(type, shape);
        }
        byte[] bytes = new byte[(int) size];
        random.nextBytes(bytes);
        return Tensor.of(readable(name), type, shape, ByteBuffer.wrap(bytes));
    }

    /** Half of a surrogate pair is no text that a file could hold. */
    private static String readable(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Map<String, String> readable(Map<String, String> texts) {
        Map<String, String> readable = new java.util.LinkedHashMap<>();
        texts.forEach((key, value) -> readable.put(readable(key), readable(value)));
        return readable;
    }
}
