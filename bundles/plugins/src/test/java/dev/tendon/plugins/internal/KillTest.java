/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.TestHost;
import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Generations;
import dev.tendon.plugins.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process is killed at random moments of its updates; the store works afterwards, old or new. A handful of times in
 * each build; {@code -Dtendon.kills=500} for a night.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("tendon.kills", 4);
    private static final long SEED = Long.getLong("tendon.seed", 20261124L);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    void anUpdateKilledAtAnyMomentLeavesAStoreThatWorks() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            killOnce("trial", 400);
        }
    }

    @Test
    void aCommitKilledAtAnyMomentLeavesAStoreThatWorks() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            killOnce("commit", 60);
        }
    }

    private void killOnce(String mode, int longestMs) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledUpdate.class.getName(),
                        folder.toString(),
                        mode)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('r');
        boolean ended = process.waitFor(random.nextInt(longestMs), TimeUnit.MILLISECONDS);
        assertThat(ended).as("the updates failed").isFalse();
        process.destroyForcibly().waitFor();
        works();
    }

    private void works() throws Exception {
        StoreLayout layout = StoreLayout.of(folder);
        Generations generations = new Generations(layout, new DurableFiles());
        check(layout, generations.read());
        int version = KilledUpdate.present(generations) + 1;
        try (TestHost host = TestHost.start(folder.resolve("host"))) {
            new DefaultPluginStore(
                            host.context(), layout, new DurableFiles(), Duration.ofSeconds(20), new SystemClock())
                    .install(List.of(KilledUpdate.arm(folder, version)), InstallOptions.DEFAULT);
        }
        assertThat(KilledUpdate.present(generations)).isEqualTo(version);
        assertThat(layout.temporary()).isEmptyDirectory();
        check(layout, generations.read());
    }

    private static void check(StoreLayout layout, Generation generation) throws IOException {
        for (Generation.Plugin plugin : generation.plugins()) {
            assertThat(DurableFiles.sha256(layout.jar(plugin.sha256()))).isEqualTo(plugin.sha256());
        }
    }
}
