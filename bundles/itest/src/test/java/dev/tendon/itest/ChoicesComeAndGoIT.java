/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.choice.Choices;
import dev.tendon.itest.toys.ToyPolicyType;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginInfo;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.Plugins;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Choices appear and vanish with the bundles that offer them, and what cannot work is refused in words. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ChoicesComeAndGoIT {
    private static final Path FOLDER = Path.of("target/choices").toAbsolutePath();
    private static final Path TOY = FOLDER.resolve("toy.jar");
    private static final Path TOY_OF_TOMORROW = FOLDER.resolve("toy-of-tomorrow.jar");
    private static final Path LONELY = FOLDER.resolve("lonely.jar");

    @Inject
    BundleContext context;

    @Inject
    Choices choices;

    @Inject
    Sessions sessions;

    @Inject
    Plugins plugins;

    @Configuration
    public Option[] host() throws IOException {
        TendonHost.freshFolder("choices");
        ToyJars.policy(TOY, "1.0.0", "[0.1,0.2)");
        ToyJars.policy(TOY_OF_TOMORROW, "2.0.0", "[7,8)");
        ToyJars.lonely(LONELY);
        return new Option[] {TendonHost.options(FOLDER.resolve("home"))};
    }

    @Test
    public void theDistributionOffersItsOwn() {
        assertTrue(names().toString(), names().containsAll(List.of("so101_follower", "playback", "hold")));
    }

    @Test
    public void aChoiceLivesAsLongAsItsBundleIsActive() throws Exception {
        assertFalse(names().contains("toy"));
        Bundle toy = context.installBundle(TOY.toUri().toString());
        toy.start();
        assertTrue(names().contains("toy"));
        toy.stop();
        assertFalse(names().contains("toy"));
        toy.uninstall();
    }

    @Test
    public void uninstallingClosesInstancesAndTheLastGoalStays() throws Exception {
        System.clearProperty(ToyPolicyType.CLOSED);
        Bundle toy = context.installBundle(TOY.toUri().toString());
        toy.start();
        try (Running arm = new Running(sessions.open(new Desk().rollout("toy")))) {
            arm.untilTick(15);
            toy.uninstall();
            Running.until(() -> Boolean.getBoolean(ToyPolicyType.CLOSED), "the policy's instance is closed");
            long tick = arm.session().snapshot().tick();
            arm.untilTick(tick + 10);
            assertEquals("the goal stays", 0, arm.session().snapshot().sent(0), 0.05);
            arm.session().stop();
            assertEquals(Ending.STOPPED, arm.report().ending());
        }
    }

    @Test
    public void aBundleThatNeedsWhatNobodyHasIsRefused() throws Exception {
        String message = refusal(LONELY);
        assertTrue(message, message.contains("com.example.nowhere"));
    }

    @Test
    public void aBundleForAnotherApiIsRefusedWithBothVersions() throws Exception {
        String message = refusal(TOY_OF_TOMORROW);
        assertTrue(message, message.contains("dev.tendon.api."));
        assertTrue(message, message.contains("7"));
        assertTrue(message, message.contains("0.1.0"));
    }

    @Test
    public void aBundleWhoseRangeHoldsTheApiIsTaken() throws Exception {
        PluginStore store = store();
        store.install(List.of(TOY), InstallOptions.DEFAULT);
        assertTrue(store.list().stream()
                .anyMatch(plugin -> plugin.symbolicName().equals(ToyJars.TOY)
                        && plugin.origin() == PluginInfo.Origin.STORE
                        && plugin.state() == PluginInfo.State.ENABLED));
        store.uninstall(ToyJars.TOY);
    }

    private String refusal(Path jar) throws IOException, InterruptedException {
        PluginStore store = store();
        long generation = store.generation();
        try {
            store.install(List.of(jar), InstallOptions.DEFAULT);
        } catch (PluginException e) {
            assertEquals(PluginException.Kind.REFUSED, e.kind());
            assertEquals("the store is as it was", generation, store.generation());
            return e.getMessage();
        }
        throw new AssertionError(jar + " was taken");
    }

    private PluginStore store() throws IOException {
        return plugins.store(FOLDER.resolve("home"));
    }

    private List<String> names() {
        return choices.list().stream().map(ChoiceInfo::name).toList();
    }
}
