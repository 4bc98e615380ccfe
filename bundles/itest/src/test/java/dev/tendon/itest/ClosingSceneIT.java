/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.tendon.bench.RevisedJar;
import dev.tendon.itest.toys.ThrowingActivator;
import dev.tendon.plugins.Follower;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.Plugins;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/**
 * An arm plays a recording at its own rate. Meanwhile its driver is replaced, a teleoperator is, and a jar that cannot start is
 * offered: the arm never stops, and follows the recording as well as if nobody had touched anything.
 *
 * <p>A machine that is busy elsewhere wakes threads late, now this one and now that. So a bare timer loop runs beside each session, and
 * a session that missed more ticks than that is played again: what a replacement costs, it costs each time.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ClosingSceneIT {
    private static final Path FOLDER = Path.of("target/closing-scene").toAbsolutePath();
    private static final int PLAYS = 3;
    private static final Path PLAYBACK = FOLDER.resolve("playback-next.jar");
    private static final Path BROKEN = FOLDER.resolve("broken.jar");

    @Inject
    Sessions sessions;

    @Inject
    Plugins plugins;

    private final Desk desk = new Desk();

    @Configuration
    public Option[] host() throws IOException {
        TendonHost.freshFolder("closing-scene");
        ToyJars.broken(BROKEN);
        for (int play = 1; play <= PLAYS; play++) {
            RevisedJar.write(TendonHost.bundleJar(Desk.DRIVER), driver(play), "next" + play);
        }
        RevisedJar.write(TendonHost.bundleJar(Desk.PLAYBACK), PLAYBACK, "next");
        return new Option[] {TendonHost.options(FOLDER.resolve("home"))};
    }

    @Test
    public void theArmNeverStops() throws Exception {
        SessionReport undisturbed = run((arm, play) -> {});
        List<String> announced = new ArrayList<>();
        PluginStore store = plugins.store(FOLDER.resolve("home"));
        SessionReport disturbed;
        try (Follower follower = plugins.follow(store, "replay", announced::add)) {
            disturbed = run((arm, play) -> {
                arm.untilTick(40);
                store.update(List.of(driver(play)), InstallOptions.DEFAULT);
                follower.checkNow();
                arm.untilTick(90);
                assertBrokenIsRefused(store);
                follower.checkNow();
            });
        }

        assertEquals(Ending.FINISHED, disturbed.ending());
        assertEquals(1, disturbed.swaps().count());
        assertEquals(undisturbed.tracking().frames(), disturbed.tracking().frames());
        assertEquals(
                undisturbed.tracking().mean(),
                disturbed.tracking().mean(),
                0.05 * undisturbed.tracking().mean());
        assertTrue(announced.toString(), announced.stream().anyMatch(line -> line.contains(Desk.DRIVER)));
        assertTrue(desk.told().toString(), desk.told().stream().anyMatch(line -> line.contains("so101_follower")));
    }

    @Test
    public void aTeleoperatorIsReplacedInTheMiddleOfItsRecording() throws Exception {
        PluginStore store = plugins.store(FOLDER.resolve("home"));
        List<String> announced = new ArrayList<>();
        SessionReport report;
        try (Follower follower = plugins.follow(store, "teleoperate", announced::add);
                Running arm = new Running(sessions.open(desk.teleoperate(Duration.ofSeconds(4))))) {
            arm.untilTick(30);
            store.update(List.of(PLAYBACK), InstallOptions.DEFAULT);
            follower.checkNow();
            report = arm.report();
        }

        assertEquals(Ending.LIMIT, report.ending());
        assertEquals(1, report.swaps().count());
        assertEquals(0, report.counters().errors());
        assertTrue(announced.toString(), announced.stream().anyMatch(line -> line.contains(Desk.PLAYBACK)));
    }

    private static void assertBrokenIsRefused(PluginStore store) throws IOException, InterruptedException {
        long generation = store.generation();
        try {
            store.install(List.of(BROKEN), InstallOptions.DEFAULT);
            throw new AssertionError("A jar that throws on start was taken");
        } catch (PluginException e) {
            assertEquals(PluginException.Kind.REFUSED, e.kind());
            assertTrue(e.getMessage(), e.getMessage().contains(ThrowingActivator.WHY));
            assertEquals(generation, store.generation());
        }
    }

    private static Path driver(int play) {
        return FOLDER.resolve("so101-next" + play + ".jar");
    }

    private interface Meanwhile {
        void act(Running arm, int play) throws Exception;
    }

    private SessionReport run(Meanwhile meanwhile) throws Exception {
        List<String> missed = new ArrayList<>();
        for (int play = 1; play <= PLAYS; play++) {
            try (BesideTimer timer = new BesideTimer(30);
                    Running arm = new Running(sessions.open(desk.replay()))) {
                meanwhile.act(arm, play);
                SessionReport report = arm.report();
                if (report.missedTicks() <= timer.missed()) {
                    return report;
                }
                missed.add(report.missedTicks() + " missed ticks; a bare timer missed " + timer.missed());
            }
        }
        throw new AssertionError("Every time: " + missed);
    }
}
