/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginInfo;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.TestHost;
import dev.tendon.plugins.TinyBundle;
import dev.tendon.plugins.samples.GoodType;
import dev.tendon.plugins.samples.SilentType;
import dev.tendon.plugins.samples.ThrowingType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declarative Services components are really created in the trial. */
class ComponentTrialTest {
    @TempDir
    private Path folder;

    private TestHost host;
    private PluginStore store;

    @BeforeEach
    void start() throws Exception {
        TestHost.addComponentRuntime(folder);
        TinyBundle.named("acme.claw", "1.0.0")
                .choiceComponent(GoodType.class, "claw", "")
                .writeTo(TestHost.bundles(folder).resolve("claw.jar"));
        host = TestHost.start(folder);
        store = new DefaultPlugins(host.context(), new SystemClock(), Duration.ofSeconds(20)).store(host.home());
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
    }

    private void install(TinyBundle bundle) throws Exception {
        store.install(List.of(bundle.writeTo(folder.resolve("given.jar"))), InstallOptions.DEFAULT);
    }

    @Test
    void aGoodComponentIsTaken() throws Exception {
        install(TinyBundle.named("acme.hook", "1.0.0").choiceComponent(GoodType.class, "hook", ""));
        assertThat(store.generation()).isEqualTo(1);
    }

    @Test
    void anUpdateMayOfferTheSameChoice() throws Exception {
        install(TinyBundle.named("acme.claw", "1.1.0").choiceComponent(GoodType.class, "claw", ""));
        assertThat(store.generation()).isEqualTo(1);
    }

    @Test
    void theListNamesWhatABundleOffers() throws Exception {
        assertThat(store.list())
                .filteredOn("symbolicName", "acme.claw")
                .flatExtracting(PluginInfo::choices)
                .containsExactly("choice claw");
    }

    @Test
    void aThrowingConstructorIsRefusedWithItsCause() throws Exception {
        assertThatThrownBy(() ->
                        install(TinyBundle.named("acme.hook", "1.0.0").choiceComponent(ThrowingType.class, "hook", "")))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("acme.hook 1.0.0: component")
                .hasMessageContaining("cannot be activated")
                .hasMessageContaining("java.lang.IllegalStateException: no licence for this arm");
        assertThat(store.generation()).isZero();
    }

    @Test
    void aChoiceThatCannotSayWhatItIsIsRefused() {
        assertThatThrownBy(() ->
                        install(TinyBundle.named("acme.hook", "1.0.0").choiceComponent(SilentType.class, "hook", "")))
                .hasMessageContaining("choice hook fails when asked what it is")
                .hasMessageContaining("IllegalStateException: no options today");
    }

    @Test
    void anUnsatisfiedComponentNamesTheServiceItWaitsFor() {
        assertThatThrownBy(() -> install(TinyBundle.named("acme.hook", "1.0.0")
                        .choiceComponent(
                                GoodType.class, "hook", "<reference name=\"bus\" interface=\"acme.SerialPorts\"/>")))
                .hasMessageContaining("waits for a service acme.SerialPorts, which no bundle offers");
    }

    @Test
    void whatOthersNeedForTheirComponentsCannotBeDisabled() {
        assertThatThrownBy(() -> store.disable("org.osgi.service.component"))
                .hasMessageContaining("org.apache.felix.scr 2.2.18 would no longer resolve")
                .hasMessageContaining("the package org.osgi.service.component");
    }
}
