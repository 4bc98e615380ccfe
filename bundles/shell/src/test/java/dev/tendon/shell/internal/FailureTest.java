/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.device.DeviceException;
import dev.tendon.plugins.PluginException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void aFileThatIsNoBundleIsTheUsersMistake() {
        assertThat(Failure.of(new PluginException(PluginException.Kind.NO_BUNDLE, "a.txt is no jar")))
                .isEqualTo(new Failure(2, List.of("a.txt is no jar"), false));
    }

    @Test
    void aRefusedPluginIsAFailureAndNoBug() {
        assertThat(Failure.of(new PluginException(PluginException.Kind.REFUSED, "needs x")))
                .isEqualTo(new Failure(1, List.of("needs x"), false));
    }

    @Test
    void aWrappedFileErrorCountsAsWhatItIs() {
        assertThat(Failure.of(new UncheckedIOException(new IOException("torn page"))))
                .isEqualTo(new Failure(4, List.of("torn page"), false));
    }

    @Test
    void filesThatAreNotThereAreToldInWords() {
        assertThat(Failure.of(new NoSuchFileException("meta/info.json")).messages())
                .containsExactly("meta/info.json: no such file");
        assertThat(Failure.of(new AccessDeniedException("/root/x")).messages())
                .containsExactly("/root/x: access denied");
    }

    @Test
    void aReasonThatTheSystemGivesIsKept() {
        assertThat(Failure.of(new NoSuchFileException("a", null, "no medium")).messages())
                .containsExactly("a: no medium");
    }

    @Test
    void anErrorWithoutAMessageShowsItsName() {
        assertThat(Failure.of(new DeviceException(" ")).messages())
                .singleElement()
                .satisfies(message -> assertThat(message).contains("DeviceException"));
    }

    @Test
    void aCancelledQuestionIsAnInterruption() {
        assertThat(Failure.of(new CancellationException("x"))).isEqualTo(new Failure(130, List.of(), false));
    }

    @Test
    void anythingElseIsABug() {
        assertThat(Failure.of(new NullPointerException("joint")))
                .satisfies(failure -> assertThat(failure.bug()).isTrue())
                .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(1));
    }
}
