/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.lib.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NativesTest {
    private static final String PROPERTY = "onnxruntime.native.path";

    @TempDir
    Path home;

    private Natives natives;

    @BeforeEach
    void forgetFolder() {
        System.clearProperty(PROPERTY);
        natives = new Natives(home, "1.0");
    }

    @AfterEach
    void forgetFolderAgain() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void takesAnothersLibrariesInsteadOfItsOwn() throws IOException {
        natives.others = others("");

        natives.prepare();

        Path folder = home.resolve("native/onnxruntime-1.0-cuda");
        assertThat(System.getProperty(PROPERTY)).isEqualTo(folder.toString());
        assertThat(folder.resolve("one.so")).hasContent("one.so");
        assertThat(folder.resolve("two.so")).hasContent("two.so");
        assertThat(home.resolve("native/onnxruntime-1.0")).doesNotExist();
    }

    @Test
    void leavesNothingHalfUnpackedAndTriesAgain() throws IOException {
        natives.others = others("two.so");
        assertThatThrownBy(natives::prepare).isInstanceOf(IOException.class).hasMessage("torn");
        assertThat(System.getProperty(PROPERTY)).isNull();
        try (var files = Files.list(home.resolve("native/onnxruntime-1.0-cuda"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("one.so");
        }

        natives.others = others("");
        natives.prepare();
        assertThat(home.resolve("native/onnxruntime-1.0-cuda/two.so")).hasContent("two.so");
    }

    private static OtherLibraries others(String torn) {
        return new OtherLibraries() {
            @Override
            public String name() {
                return "cuda";
            }

            @Override
            public List<String> libraries() {
                return List.of("one.so", "two.so");
            }

            @Override
            public InputStream open(String library) throws IOException {
                if (library.equals(torn)) {
                    throw new IOException("torn");
                }
                return new ByteArrayInputStream(library.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
