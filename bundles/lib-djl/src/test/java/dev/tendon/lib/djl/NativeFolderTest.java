/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.lib.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {
    @TempDir
    Path home;

    @Test
    void saysWhichPlatformIsMissing() {
        NativeFolder natives = new NativeFolder(home.resolve("natives"), "Linux on aarch64");

        assertThatThrownBy(natives::unpack)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("Linux on aarch64", "PYTORCH_LIBRARY_PATH");
        assertThat(home.resolve("natives")).doesNotExist();
    }

    @Test
    void leavesAloneWhatIsUnpacked() throws IOException {
        Path marker = Files.writeString(home.resolve("libdjl_torch.so"), "there");

        new NativeFolder(home, "Linux on amd64").unpack();

        assertThat(home).isDirectoryNotContaining(path -> !path.equals(marker));
    }
}
