/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever bytes a crash, a disk or a stranger left in a dataset and its journal: opening it, keeping its tail and repairing it end
 * in an {@link IOException} or a {@link ConfigException} at worst, in bounded memory.
 */
class StoreFuzz {
    /** An intact set takes some 60 MB, most of it parquet-java's buffers. */
    private static final long MOST_BYTES = 300_000_000;

    private static @Nullable Path sound;

    private final FileLayer layer = FaultyFiles.sound();
    private final FakeVideo video = new FakeVideo(file -> {});

    private interface Damage {
        byte[] apply(byte[] bytes, Random random);
    }

    /** Two saved episodes, and one in the journal. */
    @BeforeContainer
    static void record() throws IOException {
        Path root = Files.createTempDirectory("fuzz").resolve("set");
        FileLayer layer = FaultyFiles.sound();
        try (DatasetStore store = DatasetStore.create(layer, new FakeVideo(file -> {}), root, Takes.SPEC)) {
            store.save(Takes.record(layer, store, 0, 4), Map.of());
            store.save(Takes.record(layer, store, 1, 5), Map.of());
            Takes.record(layer, store, 2, 6).close();
        }
        sound = root;
    }

    @AfterContainer
    static void remove() throws IOException {
        delete(sound().getParent());
    }

    private static Path sound() {
        if (sound == null) {
            throw new IllegalStateException("Nothing was recorded");
        }
        return sound;
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void flippedBytes(@ForAll long seed) throws IOException {
        check(seed, (bytes, random) -> {
            for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return bytes;
        });
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void filesCutShortOrFilledWithZeros(@ForAll long seed) throws IOException {
        check(seed, (bytes, random) -> {
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            return random.nextBoolean() ? cut : Arrays.copyOf(cut, bytes.length + random.nextInt(5000));
        });
    }

    private void check(long seed, Damage damage) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        try {
            Random random = new Random(seed);
            Path root = copy(folder.resolve("set"));
            List<Path> files = new ArrayList<>(files(root));
            files.sort(null);
            // Half of the damage goes into the journal, which a crash leaves behind.
            List<Path> journal = files.stream()
                    .filter(file -> root.relativize(file).startsWith(".tendon"))
                    .toList();
            List<Path> candidates = random.nextBoolean() ? journal : files;
            Path damaged = candidates.get(random.nextInt(candidates.size()));
            Files.write(damaged, damage.apply(Files.readAllBytes(damaged), random));
            long before = allocated();
            open(root);
            repair(copyOf(root, folder.resolve("other")), folder.resolve("repaired"));
            assertThat(allocated() - before).as("%s", damaged).isLessThan(MOST_BYTES);
        } finally {
            delete(folder);
        }
    }

    private void open(Path root) throws IOException {
        try (DatasetStore store = DatasetStore.open(layer, video, root)) {
            for (JournaledTail tail : store.tails()) {
                tail.keep();
            }
            store.pack();
        } catch (IOException | ConfigException e) {
            assertThat(e).hasMessageContaining(root.toString());
        }
    }

    private void repair(Path root, Path output) throws IOException {
        try {
            Repair.inspect(video, root);
            Repair.into(layer, video, root, output);
        } catch (IOException | ConfigException e) {
            assertThat(e).hasMessageContaining(root.getParent().toString());
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Path copy(Path to) throws IOException {
        return copyOf(sound(), to);
    }

    private static Path copyOf(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return to;
    }

    private static void delete(Path folder) throws IOException {
        Trees.delete(FaultyFiles.sound(), folder);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
