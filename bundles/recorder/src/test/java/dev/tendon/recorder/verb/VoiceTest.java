/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceTest {
    @TempDir
    Path folder;

    private void program(String name) throws IOException {
        assertThat(Files.createFile(folder.resolve(name)).toFile().setExecutable(true))
                .isTrue();
    }

    @Test
    void speaksByWhatTheSystemHasSpeechDispatcherFirst() throws Exception {
        String path = "/nowhere" + File.pathSeparator + folder;
        assertThat(Voice.ofSystem("Linux", path)).isEmpty();
        program("espeak");
        assertThat(Voice.ofSystem("Linux", path).orElseThrow().apply("hi")).containsExactly("espeak", "hi");
        program("spd-say");
        assertThat(Voice.ofSystem("Linux", path).orElseThrow().apply("hi")).containsExactly("spd-say", "--wait", "hi");
    }

    @Test
    void speaksOnMacAndWindowsWithoutLettingASentenceEndItsQuotes() {
        assertThat(Voice.ofSystem("Mac OS X", "").orElseThrow().apply("hi")).containsExactly("say", "hi");
        assertThat(String.join(
                        " ", Voice.ofSystem("Windows 11", "").orElseThrow().apply("it's")))
                .contains("'it''s'");
    }
}
