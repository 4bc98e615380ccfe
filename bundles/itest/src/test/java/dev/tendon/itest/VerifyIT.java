/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own bundles are held against what a vendor's are, and bundles that break the rules of jars are refused. */
class VerifyIT {
    /** It runs at low priority, beside arms that move; on a busy machine that takes its time. */
    private static final long PLUGINS_S = 300;

    private Path folder;

    @BeforeEach
    void freshFolder() {
        folder = TendonHost.freshFolder("verify");
    }

    private Terminal verify(Path jar, String... more) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(List.of("plugins", "verify", jar.toString()));
        arguments.addAll(List.of(more));
        return Terminal.type(folder.resolve("home"), arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy.hold",
                "policy.act",
                "teleoperator.playback",
                "camera.opencv",
                "robot.so101 --choice=so101_follower"
            })
    void ourOwnConform(String bundle) throws Exception {
        String[] words = bundle.split(" ", -1);
        Path jar = TendonHost.bundleJar("dev.tendon." + words[0]);
        try (Terminal terminal = words.length > 1 ? verify(jar, words[1]) : verify(jar)) {
            assertThat(terminal.exitCode(PLUGINS_S)).as(terminal::toString).isZero();
            assertThat(terminal.out()).anyMatch(line -> line.startsWith("Conforms: "));
        }
    }

    @Test
    void eachBrokenBundleFailsForItsOwnReason() throws Exception {
        fails(ToyJars.broken(folder.resolve("broken.jar")), "starts");
        fails(ToyJars.lonely(folder.resolve("lonely.jar")), "starts");
        fails(ToyJars.policy(folder.resolve("open.jar"), "1.0.0", "0.1"), "imports");
    }

    private void fails(Path jar, String check) throws Exception {
        try (Terminal terminal = verify(jar, "--json")) {
            assertThat(terminal.exitCode(PLUGINS_S)).as(terminal::toString).isEqualTo(1);
            assertThat(String.join("", terminal.out()))
                    .contains("\"conforms\":false")
                    .containsPattern("\"check\":\"" + check + "\",\"outcome\":\"failed\"");
        }
    }
}
