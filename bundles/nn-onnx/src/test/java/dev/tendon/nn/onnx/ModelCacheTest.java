/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {
    @TempDir
    private Path root;

    private void keep(String key, String content) throws IOException {
        try (ModelCache.Draft draft = new ModelCache(root).draft()) {
            Files.writeString(draft.model(), content);
            draft.keep(key);
        }
    }

    @Test
    void whoIsSecondToKeepAModelLeavesTheFirst() throws Exception {
        keep("key", "first");
        keep("key", "second");

        assertThat(root.resolve("key/model.onnx")).hasContent("first");
        assertThat(root)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith(".part"));
    }

    @Test
    void tellsWhereAModelCannotBeKept() throws Exception {
        Files.writeString(root.resolve("key"), "no folder");

        assertThatThrownBy(() -> keep("key", "first")).isInstanceOf(FileSystemException.class);
    }
}
