/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.swap.SwapParticipant;
import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.Follower;
import dev.tendon.plugins.HostReport;
import dev.tendon.plugins.HostReport.Difference;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.TestHost;
import dev.tendon.plugins.TinyBundle;
import dev.tendon.plugins.samples.GoodActivator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A running host takes generations, asks who uses a bundle, and keeps what it cannot exchange. */
class FollowerTest {
    @TempDir
    private Path folder;

    private final List<String> announced = Collections.synchronizedList(new ArrayList<>());
    private final Participant participant = new Participant();
    private TestHost host;
    private DefaultPlugins plugins;
    private PluginStore store;
    private @Nullable Follower follower;

    /** Takes notes of exchanges, and refuses if told so. */
    private final class Participant implements SwapParticipant {
        private final List<String> swaps = new ArrayList<>();
        private @Nullable String refusal;

        @Override
        public List<String> swap(long oldBundleId, long newBundleId) throws SwapRefusedException {
            Bundle from = host.context().getBundle(oldBundleId);
            Bundle to = host.context().getBundle(newBundleId);
            assertThat(from.getState()).isEqualTo(Bundle.ACTIVE);
            assertThat(to.getState()).isEqualTo(Bundle.ACTIVE);
            if (refusal != null) {
                throw new SwapRefusedException(refusal);
            }
            swaps.add(from.getVersion() + " → " + to.getVersion());
            return List.of("left arm exchanged in 0.2 ms");
        }
    }

    @BeforeEach
    void start() throws Exception {
        arm("1.0.0").writeTo(TestHost.bundles(folder).resolve("arm.jar"));
        TinyBundle.named("acme.user", "1.0.0")
                .imports("acme.lib;version=\"[1,2)\"")
                .writeTo(TestHost.bundles(folder).resolve("user.jar"));
        TinyBundle.named("acme.lib", "1.0.0")
                .header("Export-Package", "acme.lib;version=1.0.0")
                .writeTo(TestHost.bundles(folder).resolve("lib.jar"));
        host = TestHost.start(folder);
        host.context().registerService(SwapParticipant.class, participant, null);
        plugins = new DefaultPlugins(host.context(), new SystemClock(), Duration.ofSeconds(20));
        store = plugins.store(host.home());
    }

    @AfterEach
    void stop() throws Exception {
        if (follower != null) {
            follower.close();
            assertThat(host.home().resolve("plugins/hosts")).isEmptyDirectory();
        }
        host.close();
    }

    private static TinyBundle arm(String version) {
        return TinyBundle.named("acme.arm", version).activator(GoodActivator.class);
    }

    private void install(TinyBundle bundle) throws Exception {
        store.install(List.of(bundle.writeTo(folder.resolve("given.jar"))), InstallOptions.DEFAULT);
    }

    /** Takes what is new; the follower's own thread may have been faster. */
    private void follow() throws Exception {
        if (follower == null) {
            follower = plugins.follow(store, "replay", announced::add);
        }
        follower.checkNow();
        assertThat(follower.report().generation()).isEqualTo(store.generation());
    }

    @Test
    void aNewVersionIsExchangedAndTheOldOneFreed() throws Exception {
        follow();
        Bundle old = bundle("acme.arm");
        install(arm("1.1.0"));
        follow();
        assertThat(participant.swaps).containsExactly("1.0.0 → 1.1.0");
        assertThat(host.running("acme.arm")).containsExactly("1.1.0 ACTIVE");
        assertThat(old.getState()).isEqualTo(Bundle.UNINSTALLED);
        assertThat(announced)
                .containsExactly("acme.arm 1.0.0 → 1.1.0: exchanged while running; left arm exchanged in 0.2 ms");
    }

    @Test
    void sameVersionWithOtherBytesIsExchangedToo() throws Exception {
        follow();
        install(arm("1.0.0").entry("note", "patched"));
        follow();
        assertThat(participant.swaps).containsExactly("1.0.0 → 1.0.0");
        assertThat(bundle("acme.arm").getEntry("note")).isNotNull();
    }

    @Test
    void aRefusedExchangeKeepsTheOldVersionAndSaysWhy() throws Exception {
        follow();
        participant.refusal = "left arm: the new version has other features";
        install(arm("1.1.0"));
        follow();
        assertThat(host.running("acme.arm")).containsExactly("1.0.0 ACTIVE");
        assertThat(announced)
                .containsExactly(
                        "acme.arm stays at 1.0.0, 1.1.0 is not taken: left arm: the new version has other features");
        assertThat(plugins.hosts(store))
                .singleElement()
                .extracting(HostReport::differences)
                .isEqualTo(List.of(
                        new Difference("acme.arm", "1.1.0", "1.0.0", "left arm: the new version has other features")));
        participant.refusal = null;
        install(arm("1.2.0"));
        follow();
        assertThat(host.running("acme.arm")).containsExactly("1.2.0 ACTIVE");
        assertThat(plugins.hosts(store))
                .singleElement()
                .extracting(HostReport::differences)
                .isEqualTo(List.of());
    }

    @Test
    void whoeverMovedBeforeARefusalIsMovedBack() throws Exception {
        List<String> first = new ArrayList<>();
        host.context()
                .registerService(
                        SwapParticipant.class,
                        (oldId, newId) -> {
                            first.add(
                                    host.context().getBundle(newId).getVersion().toString());
                            return List.of();
                        },
                        new java.util.Hashtable<>(Map.of("service.ranking", 1)));
        follow();
        participant.refusal = "no";
        install(arm("1.1.0"));
        follow();
        assertThat(first).isIn(List.of(), List.of("1.1.0", "1.0.0"));
        assertThat(host.running("acme.arm")).containsExactly("1.0.0 ACTIVE");
    }

    @Test
    void newPluginsStartAndRemovedOnesFallBackOrEnd() throws Exception {
        follow();
        install(TinyBundle.named("acme.hand", "1.0.0").activator(GoodActivator.class));
        install(arm("1.1.0"));
        follow();
        assertThat(host.running("acme.hand")).containsExactly("1.0.0 ACTIVE");
        store.uninstall("acme.arm");
        store.uninstall("acme.hand");
        follow();
        assertThat(participant.swaps).contains("1.1.0 → 1.0.0");
        assertThat(host.running("acme.arm")).containsExactly("1.0.0 ACTIVE");
        assertThat(host.running("acme.hand")).isEmpty();
        assertThat(announced)
                .contains("acme.hand 1.0.0: installed and started", "acme.hand 1.0.0: stopped and removed");
    }

    @Test
    void aDisabledBundleOfTheDistributionComesBack() throws Exception {
        follow();
        store.disable("acme.arm");
        follow();
        assertThat(host.running("acme.arm")).isEmpty();
        store.enable("acme.arm");
        follow();
        assertThat(host.running("acme.arm")).containsExactly("1.0.0 ACTIVE");
    }

    @Test
    void whatOthersImportWaitsForTheNextStart() throws Exception {
        follow();
        install(TinyBundle.named("acme.lib", "1.1.0").header("Export-Package", "acme.lib;version=1.1.0"));
        follow();
        assertThat(host.running("acme.lib")).containsExactly("1.0.0 ACTIVE");
        assertThat(announced).singleElement().asString().contains("at the next start", "acme.user");
        install(arm("1.1.0"));
        follow();
        assertThat(announced).hasSize(2); // the standing difference is not announced again
        assertThat(plugins.hosts(store)).singleElement().satisfies(report -> assertThat(report.differences())
                .singleElement()
                .extracting(Difference::symbolicName)
                .isEqualTo("acme.lib"));
    }

    @Test
    void theFollowersOwnThreadTakesAChangeInTwoSeconds() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        follower = plugins.follow(store, "replay", line -> taken.countDown());
        install(arm("1.1.0"));
        List<HostReport> reports = store.awaitHosts(Duration.ofSeconds(2));
        assertThat(taken.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.host()).isEqualTo("replay");
            assertThat(report.generation()).isEqualTo(1);
            assertThat(report.said()).singleElement().asString().contains("1.0.0 → 1.1.0");
        });
    }

    @Test
    void jarsInUseAreNotCollected() throws Exception {
        install(arm("1.1.0"));
        follow();
        participant.refusal = "no";
        for (int i = 2; i < 6; i++) {
            install(arm("1." + i + ".0"));
        }
        follow();
        assertThat(host.running("acme.arm")).containsExactly("1.1.0 ACTIVE");
        Path used = Baseline.jar(bundle("acme.arm")).orElseThrow();
        assertThat(used).exists();
        try (var jars = Files.list(host.home().resolve("plugins/jars"))) {
            assertThat(jars).hasSizeLessThanOrEqualTo(4); // two generations', one in use, one of the poll before
        }
    }

    @Test
    void filesOfEndedHostsAreIgnoredAndCollected() throws Exception {
        Path hosts = Files.createDirectories(host.home().resolve("plugins/hosts"));
        Path dead = Files.writeString(
                hosts.resolve("999999999"), "tendon-host 1\nstarted 1\nhost old\ngeneration 1\nend 4\n");
        assertThat(plugins.hosts(store)).isEmpty();
        install(arm("1.1.0"));
        assertThat(dead).doesNotExist();
    }

    private Bundle bundle(String symbolicName) {
        for (Bundle bundle : host.context().getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new AssertionError("there is no " + symbolicName);
    }
}
