/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.dataset.tool.Progress;
import dev.tendon.dataset.tool.Severity;
import dev.tendon.dataset.tool.Validator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorder that is really killed, a few times; {@code tendon bench survive} does it a thousand times, with real videos. */
class KillTest {
    private static final int KILLS = 4;
    private static final long WITHIN_NS = 700_000_000L;
    private static final long START_NS = 120_000_000_000L;

    private final Clock clock = new SystemClock();
    private final Random random = new Random();

    @TempDir
    Path folder;

    @Test
    void losesNoSavedEpisodeHoweverOftenItIsKilled() throws Exception {
        Path root = folder.resolve("set");
        List<Integer> saved = new ArrayList<>();
        int take = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path notes = folder.resolve("notes-" + kill);
            kill(root, notes, take, kill == 0); // one at least has saved something
            for (String line : Files.readAllLines(notes)) {
                if (!line.equals("ready")) {
                    saved.add(Integer.valueOf(line));
                }
            }
            if (Files.exists(root.resolve("meta/info.json"))) {
                SwapIn.finish(new LocalFiles(), root);
                LeRobotRules.check(root); // as it lies there
            }
            Repair.inPlace(new LocalFiles(), new FakeVideo(file -> {}), root);
            assertThat(Validator.of(root).quick().run(Progress.NONE).findings())
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .isEmpty();
            List<Integer> found = new ArrayList<>();
            for (List<Integer> values : LeRobotRules.check(root)) {
                found.add(Takes.take(values.get(0)));
                assertThat(values).hasSize(5);
            }
            assertThat(found).containsAll(saved).doesNotHaveDuplicates();
            assertThat(found.size())
                    .isLessThanOrEqualTo(saved.size() + kill + 1); // each kill may hide one that was saved
            take = found.stream().max(Integer::compare).orElse(take) + 1;
        }
        assertThat(saved).isNotEmpty();
    }

    private void kill(Path root, Path notes, int firstTake, boolean afterASave) throws Exception {
        Process recorder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRecorder.class.getName(),
                        root.toString(),
                        notes.toString(),
                        Integer.toString(firstTake))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        try {
            long start = clock.nanoTime();
            while (!Files.exists(notes)
                    || afterASave && Files.readAllLines(notes).size() < 2) {
                assertThat(recorder.isAlive() && clock.nanoTime() - start < START_NS)
                        .as(() -> "the recorder starts: " + output())
                        .isTrue();
                clock.sleepUntil(clock.nanoTime() + 5_000_000L);
            }
            clock.sleepUntil(clock.nanoTime() + (long) (random.nextDouble() * WITHIN_NS));
            assertThat(recorder.isAlive()).as(this::output).isTrue();
        } finally {
            recorder.destroyForcibly().waitFor();
        }
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
