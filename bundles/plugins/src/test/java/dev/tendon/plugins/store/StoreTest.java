/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.plugins.TinyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's files: what a reader gets, who may write, what is collected. */
class StoreTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    private Path home;

    private final DurableFiles files = new DurableFiles();

    private StoreLayout layout() {
        return StoreLayout.of(home);
    }

    private Generations generations() {
        return new Generations(layout(), files);
    }

    private static Generation generation(long number, String... disabled) {
        return new Generation(number, List.of(), new TreeSet<>(List.of(disabled)));
    }

    @Test
    void withoutAStoreThereIsNoGeneration() throws Exception {
        assertThat(generations().number()).isZero();
        assertThat(generations().read()).isEqualTo(Generation.NONE);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void theLastCommitIsInForce() throws Exception {
        generations().commit(generation(1, "acme.arm"));
        generations().commit(generation(2));
        assertThat(generations().read()).isEqualTo(generation(2));
    }

    @Test
    void damageIsNamedWithAWayOut() throws Exception {
        generations().commit(generation(1));
        Files.writeString(layout().generation(1), "tendon-plugins 1\ngeneration 1\n");
        assertThatThrownBy(() -> generations().read())
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("the last line is missing")
                .hasMessageContaining("delete " + layout().current());
        Files.delete(layout().generation(1));
        assertThatThrownBy(() -> generations().read()).hasMessageContaining("it is missing");
        Files.writeString(layout().current(), "-3");
        assertThatThrownBy(() -> generations().number()).hasMessageContaining("no generation's number");
    }

    @Test
    void oneWriterAtATimeAndTheOthersLearnWhoItIs() throws Exception {
        try (StoreLock first = StoreLock.tryAcquire(layout(), "plugins update").orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(StoreLock.tryAcquire(layout(), "plugins list")).isEmpty();
            assertThat(StoreLock.holder(layout()))
                    .isEqualTo("process " + ProcessHandle.current().pid() + " (plugins update)");
        }
        try (StoreLock next = StoreLock.tryAcquire(layout(), "plugins list").orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void onlyWhatNothingLeadsToIsCollected() throws Exception {
        for (int number = 1; number < 5; number++) {
            generations().commit(generation(number));
        }
        Path jar = jar(HASH);
        Path leftOver = Files.writeString(layout().temporary().resolve("0.jar"), "half");
        new Garbage(layout(), files).collect(generation(4));
        assertThat(jar).doesNotExist();
        assertThat(leftOver).doesNotExist();
        try (var kept = Files.list(layout().generations())) {
            assertThat(kept).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrder("3", "4");
        }
    }

    @Test
    void aLeaseKeepsJarsAndOneThatIsNotNarrowedKeepsAll() throws Exception {
        Path used = jar(HASH);
        Path unused = jar("f".repeat(64));
        try (Lease lease = Lease.take(layout(), "boot")) {
            new Garbage(layout(), files).collect(Generation.NONE);
            assertThat(unused).exists();
            lease.narrow(List.of(HASH));
            new Garbage(layout(), files).collect(Generation.NONE);
            assertThat(unused).doesNotExist();
            assertThat(used).exists();
        }
        new Garbage(layout(), files).collect(Generation.NONE);
        assertThat(used).doesNotExist();
    }

    private Path jar(String sha256) throws IOException {
        Files.createDirectories(layout().jars());
        return Files.writeString(layout().jar(sha256), "jar");
    }

    @Test
    void aHigherDistributionWinsUnlessThePluginIsPinned() {
        BundleJar distributed =
                new BundleJar(Path.of("arm.jar"), "acme.arm", BundleVersion.parse("2.0"), false, false, false);
        assertThat(Overlay.of(List.of(distributed), with("1.9", false), layout()))
                .extracting(ActiveJar::fromStore)
                .containsExactly(false);
        assertThat(Overlay.of(List.of(distributed), with("1.9", true), layout()))
                .extracting(ActiveJar::fromStore)
                .containsExactly(true);
        assertThat(Overlay.of(List.of(distributed), with("2.0", false), layout()))
                .extracting(ActiveJar::fromStore)
                .containsExactly(true);
    }

    private static Generation with(String version, boolean pinned) {
        return new Generation(
                1,
                List.of(new Generation.Plugin("acme.arm", BundleVersion.parse(version), HASH, pinned, "arm.jar")),
                new TreeSet<>());
    }

    @Test
    void aManifestIsReadWithItsDirectives() throws Exception {
        Path jar = TinyBundle.named("acme.arm; singleton := \"true\"", "1.2.3.beta")
                .header("Fragment-Host", "acme.host")
                .writeTo(home.resolve("arm.jar"));
        BundleJar bundle = BundleJar.read(jar);
        assertThat(bundle.symbolicName()).isEqualTo("acme.arm");
        assertThat(bundle.version()).isGreaterThan(BundleVersion.parse("1.2.3"));
        assertThat(bundle.singleton()).isTrue();
        assertThat(bundle.fragment()).isTrue();
    }
}
