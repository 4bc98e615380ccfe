/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {
    @TempDir
    Path temporary;

    @Test
    void savesAnEpisodeAndLeavesNothingBehind() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("warm"));
        WarmUp.run(new NoVideo(), folder);
        assertThat(folder).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
    }
}
