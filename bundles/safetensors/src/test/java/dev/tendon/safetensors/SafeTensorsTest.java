/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
    @TempDir
    Path folder;

    @Test
    void readsNumbersOfEveryTypeThatPyTorchWrites() throws IOException {
        SafeTensors file = SafeTensors.open(Samples.file("every-type"));

        assertThat(file.metadata()).containsExactly(Map.entry("format", "pt"));
        for (String type : List.of("i8", "i16", "i32", "i64")) {
            assertThat(file.tensor("values." + type).longs()).containsExactly(0, -1, 2, -3, 100, -5);
        }
        for (String type : List.of("u8", "u16", "u32")) {
            assertThat(file.tensor("values." + type).longs()).containsExactly(0, 1, 2, 3, 100, 5);
        }
        assertThat(file.tensor("values.bool").longs()).containsExactly(0, 1, 1, 0, 1, 0);
        for (String type : List.of("f16", "f32", "f64")) {
            assertThat(file.tensor("values." + type).floats())
                    .containsExactly(0, -1.5f, 0.333251953125f, 0x1p-14f, 0x1p-24f, 65504);
            assertThat(file.tensor("values." + type).doubles())
                    .containsExactly(0, -1.5, 0.333251953125, 0x1p-14, 0x1p-24, 65504);
        }
        assertThat(file.tensor("values.bf16").floats())
                .containsExactly(0, -1.5f, 0.333984375f, 0x1p-14f, 0x1p-24f, 65536);
        assertThat(file.tensor("values.f32").shape()).containsExactly(2, 3);
        assertThat(file.tensor("scalar").shape()).isEmpty();
        assertThat(file.tensor("scalar").floats()).containsExactly(2.5f);
        assertThat(file.tensor("empty").floats()).isEmpty();
        assertThat(file.tensor("ünï \"q\"").doubles()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"every-type", "statistics", "unnormalizer", "optimizer_state", "rng_state"})
    void writesAFileAgainByteForByte(String name) throws IOException {
        SafeTensors file = SafeTensors.open(Samples.file(name));
        Path copy = folder.resolve("copy.safetensors");

        SafeTensorsWriter.write(copy, file.metadata(), Samples.shuffled(file));

        assertThat(copy).hasSameBinaryContentAs(Samples.file(name));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementType.class,
            names = {"C64", "F4", "F8_E4M3", "BOOL"})
    void saysWhichTypeItHoldsWhenAskedForNumbersThatItHasNot(ElementType type) {
        Tensor tensor = Tensor.of("w", type, new long[] {2}, ByteBuffer.allocate(2 * type.bits() / 8));

        assertThatThrownBy(tensor::floats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(type.name());
    }

    @Test
    void keepsTheOldFileWhereTheNewOneIsRefused() throws IOException {
        Path file = folder.resolve("model.safetensors");
        SafeTensorsWriter.write(file, Map.of(), List.of(Tensor.of("a", new long[] {1}, new float[] {7})));

        List<Tensor> twice = List.of(
                Tensor.of("b", new long[] {1}, new float[] {1}), Tensor.of("b", new long[] {1}, new double[] {2}));
        assertThatThrownBy(() -> SafeTensorsWriter.write(file, Map.of(), twice)).hasMessageContaining("\"b\"");

        assertThat(SafeTensors.open(file).tensor("a").floats()).containsExactly(7);
    }

    @Test
    void refusesATensorThatIsNotThereByName() throws IOException {
        SafeTensors file = SafeTensors.open(Samples.file("statistics"));

        assertThatThrownBy(() -> file.tensor("model.head"))
                .isInstanceOf(SafeTensorsException.class)
                .hasMessageContaining("model.head")
                .hasMessageContaining(file.file().toString());
    }

    @Test
    void handsOutBytesThatNobodyCanChange() throws IOException {
        Tensor tensor = SafeTensors.open(Samples.file("statistics")).tensor("action/mean");

        assertThat(tensor.bytes().isReadOnly()).isTrue();
        tensor.bytes().get();
        assertThat(tensor.bytes().position()).isZero();
        Arrays.fill(tensor.shape(), 99);
        assertThat(tensor.shape()).doesNotContain(99);
    }

    @Test
    void noticesAFileThatWasShortenedAfterItWasOpened() throws IOException {
        Path file = folder.resolve("short.safetensors");
        Files.copy(Samples.file("statistics"), file);
        SafeTensors opened = SafeTensors.open(file);
        String last = List.copyOf(opened.names()).get(opened.names().size() - 1);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));

        assertThatThrownBy(() -> opened.tensor(last))
                .isInstanceOf(SafeTensorsException.class)
                .hasMessageContaining("shortened");
    }
}
