/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/**
 * Broken bytes anywhere in a dataset that is read to be written again end in a {@link FormatException} that names a file, or go
 * unnoticed where they change nothing but values; in bounded memory.
 */
class RewriteFuzz {
    /** Intact sets take some 30 MB, most of it parquet-java's buffers. */
    private static final long MOST_BYTES = 200_000_000;

    private static final String[][] FILES = {
        {"v3.0-types", "meta/info.json"},
        {"v3.0-types", "meta/stats.json"},
        {"v3.0-types", "meta/tasks.parquet"},
        {"v3.0-types", "meta/episodes/chunk-000/file-000.parquet"},
        {"v3.0-types", "data/chunk-000/file-000.parquet"},
        {"v3.0-image", "data/chunk-000/file-000.parquet"},
        {"v2.1-types", "meta/episodes.jsonl"},
        {"v2.1-types", "meta/episodes_stats.jsonl"},
        {"v2.1-types", "data/chunk-000/episode_000001.parquet"},
    };

    private interface Damage {
        byte[] apply(byte[] bytes, Random random);
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void flippedBytes(@ForAll @IntRange(max = 8) int file, @ForAll long seed) throws IOException {
        check(file, seed, (bytes, random) -> {
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                int tail = Math.min(bytes.length, 6_000);
                int at = random.nextBoolean() ? bytes.length - 1 - random.nextInt(tail) : random.nextInt(bytes.length);
                bytes[at] = (byte) random.nextInt(256);
            }
            return bytes;
        });
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void filesCutShort(@ForAll @IntRange(max = 8) int file, @ForAll long seed) throws IOException {
        check(file, seed, (bytes, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void bytesLostOrRepeated(@ForAll @IntRange(max = 8) int file, @ForAll long seed) throws IOException {
        check(file, seed, (bytes, random) -> {
            int from = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(16), bytes.length - from);
            System.arraycopy(bytes, from, bytes, random.nextInt(bytes.length - length + 1), length);
            return bytes;
        });
    }

    private static void check(int file, long seed, Damage damage) throws IOException {
        Path root = Files.createTempDirectory("fuzz");
        try {
            copy(GoldenContent.folder(FILES[file][0]), root);
            Path damaged = root.resolve(FILES[file][1]);
            Files.write(damaged, damage.apply(Files.readAllBytes(damaged), new Random(seed)));
            long before = allocated();
            try {
                rewrite(root);
            } catch (IOException | ConfigException e) {
                assertThat(e).hasMessageContaining(root.toString());
            }
            assertThat(allocated() - before).isLessThan(MOST_BYTES);
        } finally {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                Files.createDirectories(target.getParent());
                Files.copy(one, target);
            }
        }
    }

    /** Reads and writes everything there is, in each way there is. */
    private static void rewrite(Path root) throws IOException {
        DatasetMeta meta = DatasetMeta.read(root);
        for (EpisodeRecord episode : meta.episodes()) {
            try (DataFileReader from = DataFileReader.open(meta.data(episode));
                    DataFileWriter to = new DataFileWriter(OutputStream.nullOutputStream(), meta.spec(), from)) {
                to.append(from);
                for (EpisodeRun run : from.episodes()) {
                    to.copy(from, run, Map.of());
                    to.write(from.rows(run, meta.spec().columns()));
                }
                to.finish();
            }
        }
        if (meta.layout() != null) {
            try (EpisodesFileWriter to = new EpisodesFileWriter(OutputStream.nullOutputStream(), meta.layout())) {
                to.write(meta.episodes());
                to.finish();
            }
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
