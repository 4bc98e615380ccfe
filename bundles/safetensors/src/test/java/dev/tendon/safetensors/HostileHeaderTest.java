/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileHeaderTest {
    private static final String A = "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";

    @TempDir
    Path folder;

    @Test
    void takesAFileThatKeepsTheRules() throws IOException {
        assertThat(SafeTensors.open(file("{" + A + "}   ", 8)).names()).containsExactly("a");
        assertThat(SafeTensors.open(file("{}", 0)).names()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{A,'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}           | an overlap        | \"b\" lies",
                "{A,'b':{'dtype':'F32','shape':[1],'data_offsets':[12,16]}}         | a gap             | \"b\" lies",
                "{A,A}                                                              | a name twice      | \"a\" twice",
                "{'a':{'dtype':'F32','dtype':'F16','shape':[2],'data_offsets':[0,8]}} | a property twice | dtype twice",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}             | a wrong size      | not its size",
                "{'a':{'dtype':'F32','shape':[9223372036854775807,2],'data_offsets':[0,8]}} | a product that overflows | not its size",
                "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}            | a negative axis   | negative",
                "{'a':{'dtype':'F32','shape':[1e9],'data_offsets':[0,8]}}           | an axis with an exponent | whole numbers",
                "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}} | an axis beyond 64 bits | no valid JSON",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}             | offsets turned round | lies at",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8,9]}}           | three offsets     | two data_offsets",
                "{'a':{'dtype':'Q7','shape':[2],'data_offsets':[0,8]}}              | an unknown type   | \"Q7\"",
                "{'a':{'dtype':'F4','shape':[1],'data_offsets':[0,1]}}              | half a byte       | not its size",
                "{'a':{'dtype':'F32','shape':[2]}}                                  | no offsets        | needs a dtype",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}}       | an unknown property | \"x\"",
                "{'a':[]}                                                           | no object         | must be an object",
                "{'__metadata__':{'k':1},A}                                         | metadata that is no text | must be a text",
                "{'__metadata__':{'k':'1','k':'2'},A}                               | metadata twice    | twice",
                "{A}{A}                                                             | two objects       | follows",
                "[A]                                                                | no object at all  | no JSON object",
                "{A                                                                 | no end            | no valid JSON",
                "{'a':{'dtype':'F32','shape':[[[[[1]]]]],'data_offsets':[0,8]}}     | deep nesting      | whole numbers",
            })
    void refuses(String header, String what, String message) throws IOException {
        Path file = file(header.replace("A", A), 8);

        assertThatThrownBy(() -> SafeTensors.open(file))
                .isInstanceOf(SafeTensorsException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(file.toString());
    }

    @Test
    void refusesBytesBehindTheTensorsAndMissingOnes() throws IOException {
        assertThatThrownBy(() -> SafeTensors.open(file("{" + A + "}", 9))).hasMessageContaining("it has 9");
        assertThatThrownBy(() -> SafeTensors.open(file("{" + A + "}", 7))).hasMessageContaining("not complete");
    }

    @Test
    void takesNoMemoryForAHeaderThatTheFileCannotHold() throws IOException {
        Path file = folder.resolve("huge");
        for (long claim : new long[] {-1, Long.MAX_VALUE, 99_000_000, 9}) {
            Files.write(
                    file,
                    ByteBuffer.allocate(16)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(claim)
                            .array());
            assertThatThrownBy(() -> SafeTensors.open(file)).hasMessageContaining("claims");
        }
        Files.write(file, new byte[7]);
        assertThatThrownBy(() -> SafeTensors.open(file)).hasMessageContaining("too few");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Path file = folder.resolve("bytes");
        Files.write(
                file,
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(2)
                        .put((byte) 0xff)
                        .array());

        assertThatThrownBy(() -> SafeTensors.open(file)).hasMessageContaining("UTF-8");
    }

    private Path file(String header, int bytes) throws IOException {
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("hostile.safetensors");
        return Files.write(
                file,
                ByteBuffer.allocate(Long.BYTES + json.length + bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(json.length)
                        .put(json)
                        .array());
    }
}
