/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.ParquetFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @TempDir
    Path folder;

    private Values open(Path file) throws IOException {
        return ValueFiles.open(file, Optional.empty(), "reward");
    }

    /** As numpy.save writes it, version 1.0: the header is padded to a multiple of 64. */
    private Path npy(String descr, String shape, byte[] data) throws IOException {
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.write(ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) padded.length())
                .array());
        out.write(padded.getBytes(StandardCharsets.US_ASCII));
        out.write(data);
        return Files.write(folder.resolve("values.npy"), out.toByteArray());
    }

    @Test
    void readsRowsOfANumpyArray() throws Exception {
        ByteBuffer data = ByteBuffer.allocate(3 * 2 * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 6; i++) {
            data.putFloat(i + 0.5f);
        }
        try (Values values = open(npy("<f4", "3, 2", data.array()))) {
            assertThat(values.dtype()).isEqualTo("float32");
            assertThat(values.shape()).containsExactly(2);
            assertThat(values.rows()).isEqualTo(3);
            values.goTo(2);
            assertThat(values.number(1)).isEqualTo(5.5);
            values.goTo(0);
            assertThat(values.number(0)).isEqualTo(0.5);
        }
    }

    @Test
    void readsIntegersAndTruthValuesOfANumpyArray() throws Exception {
        byte[] big = ByteBuffer.allocate(8).putLong(Long.MAX_VALUE - 1).array();
        try (Values values = open(npy(">i8", "1,", big))) {
            values.goTo(0);
            assertThat(values.integer(0)).isEqualTo(Long.MAX_VALUE - 1);
        }
        try (Values values = open(npy("|b1", "2,", new byte[] {0, 1}))) {
            values.goTo(1);
            assertThat(values.dtype()).isEqualTo("bool");
            assertThat(values.number(0)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99,", "4611686018427387904, 4", "", "-1,", "1, 9999999999"})
    void refusesANumpyArrayWhoseShapeIsNotWarranted(String shape) throws Exception {
        Path file = npy("<f4", shape, new byte[16]);
        assertThatThrownBy(() -> open(file)).isInstanceOf(FormatException.class).hasMessageContaining("values.npy");
    }

    @Test
    void readsATableWithOrWithoutAHeading() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,\"4\"\n");
        try (Values values = open(file)) {
            assertThat(values.rows()).isEqualTo(2);
            assertThat(values.shape()).containsExactly(2);
            values.goTo(1);
            assertThat(values.number(1)).isEqualTo(4);
        }
        try (Values values = ValueFiles.open(file, Optional.of("y"), "reward")) {
            values.goTo(0);
            assertThat(values.number(0)).isEqualTo(2);
        }
        Files.writeString(file, "true\nfalse\n");
        try (Values values = open(file)) {
            values.goTo(0);
            assertThat(values.dtype()).isEqualTo("bool");
            assertThat(values.number(0)).isEqualTo(1);
        }
        Files.writeString(file, "note\n\"a, \"\"b\"\"\"\nc\n");
        try (Values values = open(file)) {
            values.goTo(0);
            assertThat(values.text()).isEqualTo("a, \"b\"");
        }
    }

    @Test
    void tellsTheLineThatIsNoNumber() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "1\n2\nthree\n");
        try (Values values = open(file)) {
            assertThatThrownBy(() -> values.goTo(2))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContainingAll("row 2", "three");
        }
    }

    @Test
    void readsAColumnOfAParquetFile() throws Exception {
        Path file = folder.resolve("a.parquet");
        ParquetFiles.write(
                file,
                List.of(ParquetFiles.numbers("reward", PrimitiveTypeName.DOUBLE)),
                2,
                Map.of(),
                List.of(
                        Map.of("reward", List.of(1.0, 2.0)),
                        Map.of("reward", List.of(3.0, 4.0)),
                        Map.of("reward", List.of(5.0))));
        try (Values values = open(file)) {
            assertThat(values.dtype()).isEqualTo("float64");
            assertThat(values.shape()).containsExactly(2);
            values.goTo(1);
            assertThat(values.number(1)).isEqualTo(4);
            values.goTo(0);
            assertThat(values.number(0)).isEqualTo(1);
            assertThatThrownBy(() -> values.goTo(2))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("row 2");
        }
        assertThatThrownBy(() -> ValueFiles.open(file, Optional.of("other"), "reward"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("reward");
    }

    @Test
    void aConstantIsANumberATruthValueATextOrAListOfNumbers() {
        assertThat(Values.constant(1).dtype()).isEqualTo("int64");
        assertThat(Values.constant(List.of(1, 2.5)).dtype()).isEqualTo("float32");
        assertThat(Values.constant("left").text()).isEqualTo("left");
        assertThatThrownBy(() -> Values.constant(List.of("a"))).isInstanceOf(ConfigException.class);
    }

    @Test
    void fractionsFollowTheOrderOfEpisodes() {
        Map<String, Double> most = new java.util.LinkedHashMap<>();
        most.put("train", 0.7);
        most.put("val", 0.3);
        assertThat(Fractions.of(5, most)).isEqualTo(Map.of("train", List.of(0, 1, 2), "val", List.of(3, 4)));
        assertThat(Fractions.of(10, Map.of("part", 0.5)).get("part")).hasSize(5);
        assertThatThrownBy(() -> Fractions.of(10, Map.of("a", 0.7, "b", 0.7)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("more than 1");
        assertThatThrownBy(() -> Fractions.of(2, Map.of("a", 0.1)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"a\" would get none");
    }
}
