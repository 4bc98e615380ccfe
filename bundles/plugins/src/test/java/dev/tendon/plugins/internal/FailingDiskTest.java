/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.TestHost;
import dev.tendon.plugins.TinyBundle;
import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.StoreFiles;
import dev.tendon.plugins.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each write, sync and rename of an update fails in turn; the store works afterwards, old or new. */
class FailingDiskTest {
    private static final String ARM = "acme.arm";

    @TempDir
    private Path folder;

    private TestHost host;

    @BeforeEach
    void start() throws Exception {
        host = TestHost.start(folder);
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    private DefaultPluginStore store(StoreFiles files) {
        return new DefaultPluginStore(
                host.context(), StoreLayout.of(host.home()), files, Duration.ofSeconds(20), new SystemClock());
    }

    private Path arm(int version) {
        return TinyBundle.named(ARM, version + ".0.0").writeTo(folder.resolve("arm" + version + ".jar"));
    }

    @ParameterizedTest
    @EnumSource(FailingFiles.Failure.class)
    void theStoreWorksAfterEachFailure(FailingFiles.Failure failure) throws Exception {
        store(new DurableFiles()).install(List.of(arm(1)), InstallOptions.DEFAULT);
        int version = 1;
        for (int step = 0; ; step++) {
            FailingFiles files = new FailingFiles(failure, step);
            Generation before = works(version, version);
            boolean committed = true;
            try {
                store(files).update(List.of(arm(version + 1)), InstallOptions.DEFAULT);
            } catch (IOException e) {
                committed = false;
            }
            if (!files.failed()) {
                assertThat(files.steps())
                        .filteredOn(name -> name.startsWith("rename"))
                        .hasSize(3);
                return;
            }
            Generation after = works(version, version + 1);
            if (committed) {
                assertThat(after.number()).isEqualTo(before.number() + 1);
            }
            version = after.plugin(ARM).orElseThrow().version().major();
            // and the next change succeeds
            store(new DurableFiles()).update(List.of(arm(version + 1)), InstallOptions.DEFAULT);
            version++;
            assertThat(folder.resolve("home/plugins/tmp")).isEmptyDirectory();
        }
    }

    /** Reads the store as a host does; it is whole, and one of two versions is in force. */
    private Generation works(int oldVersion, int newVersion) throws IOException {
        StoreLayout layout = StoreLayout.of(host.home());
        Generation generation = store(new DurableFiles()).generations().read();
        Generation.Plugin plugin = generation.plugin(ARM).orElseThrow();
        assertThat(plugin.version().major()).isIn(oldVersion, newVersion);
        assertThat(DurableFiles.sha256(layout.jar(plugin.sha256()))).isEqualTo(plugin.sha256());
        return generation;
    }
}
