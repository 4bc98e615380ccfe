/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {
    @TempDir
    Path root;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(root.resolve(".tendon"));
    }

    @Test
    void refusesASecondWriterAndNamesTheFirst() throws IOException {
        try (WriterLock first = WriterLock.take(root)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> WriterLock.take(root))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(root.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ");
        }
    }

    @Test
    void isFreeAgainOnceClosedAndLeavesNothing() throws IOException {
        WriterLock.take(root).release(root);
        assertThat(root.resolve(".tendon")).isEmptyDirectory();
        WriterLock.take(root).close();
    }

    @Test
    void isTakenOverFromADeadProcess() throws IOException {
        Files.writeString(root.resolve(".tendon").resolve("lock"), "999999999 elsewhere 0");
        try (WriterLock lock = WriterLock.take(root)) {
            assertThat(lock).isNotNull();
        }
    }
}
