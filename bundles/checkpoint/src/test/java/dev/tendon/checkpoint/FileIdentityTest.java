/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class FileIdentityTest {
    private static final FileTime THEN = FileTime.fromMillis(1_000_000);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.write(folder.resolve("model.safetensors"), new byte[] {1, 2, 3});
        Files.setLastModifiedTime(file, THEN);
    }

    private static Optional<String> later(Path of) throws IOException {
        return FileIdentity.of(of, Instant.now().plusSeconds(3));
    }

    @Test
    void isTheSameWhileNobodyChangesTheFileWhateverItsName() throws IOException {
        Optional<String> first = later(file);
        Path link = Files.createSymbolicLink(folder.resolve("last"), file);
        assertThat(first).isPresent();
        assertThat(later(file)).isEqualTo(first);
        assertThat(later(link)).isEqualTo(first);
    }

    @Test
    void isAnotherAfterAChangeThatKeepsSizeAndTime() throws Exception {
        Optional<String> first = later(file);
        Instant before = changed();
        do { // the system's own time goes in steps
            Files.write(file, new byte[] {3, 2, 1});
            Files.setLastModifiedTime(file, THEN);
        } while (changed().equals(before));
        assertThat(later(file)).isNotEqualTo(first);
    }

    private Instant changed() throws IOException {
        return ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
    }

    @Test
    void isAnotherForAFileThatWasPutInItsPlace() throws IOException {
        Optional<String> first = later(file);
        Path other = Files.write(folder.resolve("other"), new byte[] {3, 2, 1});
        Files.setLastModifiedTime(other, THEN);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(later(file)).isNotEqualTo(first);
    }

    @Test
    void isNotKnownOfAFileThatWasChangedJustNow() throws IOException {
        assertThat(FileIdentity.of(file, changed().plusMillis(1900))).isEmpty();
        assertThat(FileIdentity.of(file, changed().plusMillis(2100))).isPresent();
    }
}
