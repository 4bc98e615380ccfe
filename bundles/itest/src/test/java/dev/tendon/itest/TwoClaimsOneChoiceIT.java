/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.RefusedChoice;
import dev.tendon.itest.toys.ToyPolicyType;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/**
 * Two bundles that claim one choice: versions of one bundle, and the higher has it; different ones, and the second is refused with
 * both named, by the store before it is installed and by the registry where it came in otherwise.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class TwoClaimsOneChoiceIT {
    private static final Path FOLDER = Path.of("target/claims").toAbsolutePath();
    private static final Path TOY = FOLDER.resolve("toy.jar");
    private static final Path NEWER_TOY = FOLDER.resolve("toy-newer.jar");
    private static final Path RIVAL = FOLDER.resolve("rival.jar");
    private static final String RANGE = "[0.1,2)";

    @Inject
    BundleContext context;

    @Inject
    ChoiceCatalog catalog;

    @Inject
    Plugins plugins;

    @Configuration
    public Option[] host() throws IOException {
        TendonHost.freshFolder("claims");
        ToyJars.policy(TOY, "1.9.0", RANGE);
        ToyJars.policy(NEWER_TOY, "1.10.0", RANGE);
        ToyJars.policy(RIVAL, ToyJars.RIVAL, "9.0.0", RANGE);
        return new Option[] {TendonHost.options(FOLDER.resolve("home"))};
    }

    @After
    public void removeToys() throws BundleException {
        for (Bundle bundle : context.getBundles()) {
            if (ToyJars.TOY.equals(bundle.getSymbolicName()) || ToyJars.RIVAL.equals(bundle.getSymbolicName())) {
                bundle.uninstall();
            }
        }
    }

    @Test
    public void theHigherVersionOfOneBundleHasTheChoice() throws Exception {
        start(NEWER_TOY);
        start(TOY);
        assertEquals("1.10.0", toy().version());
        assertEquals(List.of(), catalog.refused());
    }

    @Test
    public void aSecondBundleIsRefusedAndBothAreNamed() throws Exception {
        start(TOY);
        start(RIVAL);
        assertEquals(ToyJars.TOY, toy().bundle());
        assertEquals(
                List.of(new RefusedChoice("policy", "toy", ToyJars.RIVAL, "9.0.0", ToyJars.TOY)), catalog.refused());
    }

    @Test
    public void theSecondHasTheChoiceOnceTheFirstIsGone() throws Exception {
        Bundle first = start(TOY);
        start(RIVAL);
        first.stop();
        assertEquals(ToyJars.RIVAL, toy().bundle());
        assertEquals(List.of(), catalog.refused());
    }

    @Test
    public void theStoreTakesNoSecondBundleForAChoice() throws Exception {
        PluginStore store = plugins.store(FOLDER.resolve("home"));
        store.install(List.of(TOY), InstallOptions.DEFAULT);
        long generation = store.generation();
        try {
            store.install(List.of(RIVAL), InstallOptions.DEFAULT);
            throw new AssertionError("The rival was taken");
        } catch (PluginException e) {
            assertEquals(PluginException.Kind.REFUSED, e.kind());
            for (String named : List.of(ToyJars.TOY, ToyJars.RIVAL, "policy toy")) {
                assertTrue(e.getMessage(), e.getMessage().contains(named));
            }
        }
        assertEquals("the store is as it was", generation, store.generation());
        store.uninstall(ToyJars.TOY);
    }

    @Test
    public void listingChoicesActivatesNoComponent() throws Exception {
        System.clearProperty(ToyPolicyType.MADE);
        start(TOY);
        start(RIVAL);
        assertTrue(catalog.list().size() > 1);
        assertEquals(1, catalog.refused().size());
        assertNull("the toy was made", System.getProperty(ToyPolicyType.MADE));
        for (ServiceReference<?> choice : context.getAllServiceReferences(null, "(" + Choice.PROPERTY + "=*)")) {
            assertNull(choice + " is in use", choice.getUsingBundles());
        }
        catalog.find("policy", "toy");
        assertEquals("asking for its options makes it", "true", System.getProperty(ToyPolicyType.MADE));
    }

    private Bundle start(Path jar) throws BundleException {
        Bundle bundle = context.installBundle(jar.toUri().toString());
        bundle.start();
        return bundle;
    }

    private ChoiceInfo toy() {
        return catalog.list().stream()
                .filter(choice -> choice.name().equals("toy"))
                .findFirst()
                .orElseThrow();
    }
}
