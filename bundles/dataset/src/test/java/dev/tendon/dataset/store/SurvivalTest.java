/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.store.FaultyFiles.Fault;
import dev.tendon.dataset.store.FaultyFiles.Loss;
import dev.tendon.dataset.tool.Progress;
import dev.tendon.dataset.tool.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same recording again and again, on a disk whose n-th operation goes wrong, for each n: two episodes are saved, one is discarded,
 * one is running. Each time, what was saved is whole.
 */
class SurvivalTest {
    private static final int EPISODES = 2;
    private static final int FRAMES = 2;

    /** Every how many operations one goes wrong; 1 tries all (-Dtendon.survival.stride=1), and takes minutes. */
    private static final int STRIDE = Integer.getInteger("tendon.survival.stride", 9);

    @TempDir
    Path temporary;

    /** What the recorder knew when it died. */
    private static final class Memory {
        /** Episodes of which {@code save} has returned. */
        private int saved;
        /** The take that is recorded, and how much of it would be found, as it was told. */
        private int take;

        private int[] durable = new int[1];
        private boolean done;
    }

    private static void session(FaultyFiles disk, Path root, Memory memory) throws IOException {
        try (DatasetStore store = DatasetStore.create(disk, new FakeVideo(disk::written), root, Takes.SPEC)) {
            for (int take = 0; take < EPISODES; take++) {
                memory.take = take;
                memory.durable = new int[1];
                EpisodeJournal journal = Takes.record(disk, store, take, FRAMES, memory.durable);
                store.save(journal, Map.of());
                memory.saved++;
                memory.durable = new int[1];
            }
            store.discard(Takes.record(disk, store, EPISODES, 2, new int[1]));
            store.pack();
            memory.take = EPISODES + 1;
            Takes.record(disk, store, EPISODES + 1, 4, memory.durable).close();
            memory.done = true;
        }
    }

    /** What must hold whatever has happened; then goes on recording, which must work as well. */
    private static void inspect(Path root, Memory memory) throws IOException, InterruptedException {
        FaultyFiles sound = FaultyFiles.sound();
        FakeVideo video = new FakeVideo(file -> {});
        SwapIn.finish(sound, root); // as any open does
        if (!Files.exists(root.resolve("meta/info.json"))) {
            assertThat(memory.saved).isZero();
            DatasetStore.create(sound, video, root, Takes.SPEC).close();
        }
        int before = LeRobotRules.check(root).size(); // as LeRobot finds it, before Tendon has seen it
        assertThat(before).isBetween(memory.saved, memory.saved + 1);
        if (before > 0) {
            try (Dataset dataset = Dataset.open(root)) {
                assertThat(dataset.episodes()).hasSize(before);
            }
        }
        try (DatasetStore store = DatasetStore.resume(sound, video, root, Takes.SPEC)) {
            assertThat(store.episodes()).isBetween(memory.saved, memory.saved + 1);
            List<Integer> takes = takes(root);
            List<Integer> offered = new ArrayList<>();
            for (JournaledTail tail : store.tails()) {
                int frames = tail.frames();
                assertThat(tail.keep().frames()).isEqualTo(frames);
                List<Integer> kept = last(root);
                offered.add(Takes.take(kept.get(0)));
                if (offered.contains(memory.take)) {
                    assertThat(frames).isGreaterThanOrEqualTo(memory.durable[0]);
                }
            }
            if (memory.durable[0] > 0) {
                assertThat(takes.contains(memory.take) || offered.contains(memory.take))
                        .as("take %s, %s frames of which were durable", memory.take, memory.durable[0])
                        .isTrue();
            }
            takes.addAll(offered);
            assertThat(takes).doesNotHaveDuplicates();
            store.save(Takes.record(sound, store, 9, 3), Map.of());
        }
        List<List<Integer>> values = LeRobotRules.check(root);
        for (int take = 0; take < memory.saved; take++) {
            assertThat(values.get(take)).containsExactly(Takes.value(take, 0), Takes.value(take, 1));
        }
        assertThat(Takes.take(values.get(values.size() - 1).get(0))).isEqualTo(9);
        assertThat(Validator.of(root).quick().run(Progress.NONE).findings()).isEmpty();
    }

    private static List<Integer> takes(Path root) throws IOException {
        List<Integer> takes = new ArrayList<>();
        LeRobotRules.check(root).forEach(values -> takes.add(Takes.take(values.get(0))));
        return takes;
    }

    private static List<Integer> last(Path root) throws IOException {
        List<List<Integer>> values = LeRobotRules.check(root);
        return values.get(values.size() - 1);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void losesNothingInACrashAfterAnyOperation(Loss loss) throws Exception {
        int at = loss.ordinal() % STRIDE;
        while (sweep(Fault.CRASH, at, loss)) {
            at += STRIDE;
        }
        assertThat(at).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FAIL", "FULL"})
    void losesNothingWhicheverOperationFails(Fault fault) throws Exception {
        int at = (3 + fault.ordinal()) % STRIDE;
        while (sweep(fault, at, Loss.NOTHING)) {
            at += STRIDE;
        }
        assertThat(at).isGreaterThan(100);
    }

    /** One try; false once {@code at} is behind the last operation. */
    private boolean sweep(Fault fault, int at, Loss loss) throws Exception {
        Path folder = Files.createDirectory(temporary.resolve(fault + "-" + loss + "-" + at));
        Path root = folder.resolve("set");
        FaultyFiles disk = new FaultyFiles(Files.createDirectory(folder.resolve("backups")), fault, at);
        Memory memory = new Memory();
        try {
            session(disk, root, memory);
        } catch (IOException e) {
            // as asked
        }
        boolean reached = disk.operations().size() > at;
        disk.lose(loss, new Random(at));
        String place = fault + " at " + at + " (" + (reached ? disk.operations().get(at) : "end") + ")";
        try {
            inspect(root, memory);
        } catch (AssertionError | IOException | RuntimeException e) {
            throw new AssertionError(place + ": " + e, e);
        }
        assertThat(Trees.children(folder))
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder("set", "backups");
        Trees.delete(new LocalFiles(), folder);
        return reached;
    }
}
