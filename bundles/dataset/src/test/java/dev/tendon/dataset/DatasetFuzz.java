/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/**
 * Broken bytes anywhere in a dataset end in an {@link IOException}, or go unnoticed where they change nothing but numbers; and
 * reading takes no more memory than an intact dataset warrants, whatever sizes the bytes claim.
 */
class DatasetFuzz {
    /** An intact set takes less than 20 MB, most of it parquet-java's buffers for each page. */
    private static final long MOST_BYTES = 150_000_000;

    private static final String[] FILES = {
        "meta/info.json",
        "meta/tasks.parquet",
        "meta/episodes/chunk-000/file-000.parquet",
        "data/chunk-000/file-000.parquet"
    };

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void flippedBytesNeverGiveMoreThanAnIoException(@ForAll @IntRange(max = 3) int file, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        check(file, bytes -> {
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                bytes[place(bytes, random)] = (byte) random.nextInt(256);
            }
            return bytes;
        });
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void aFileCutShortNeverGivesMoreThanAnIoException(@ForAll @IntRange(max = 3) int file, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        check(file, bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void bytesLostOrRepeatedNeverGiveMoreThanAnIoException(@ForAll @IntRange(max = 3) int file, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        check(file, bytes -> {
            int from = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(16), bytes.length - from);
            int to = random.nextInt(bytes.length - length + 1);
            System.arraycopy(bytes, from, bytes, to, length);
            return bytes;
        });
    }

    /** Half of the damage goes into the footer, where the sizes are. */
    private static int place(byte[] bytes, Random random) {
        int tail = Math.min(bytes.length, 6_000);
        return random.nextBoolean() ? bytes.length - 1 - random.nextInt(tail) : random.nextInt(bytes.length);
    }

    private interface Damage {
        byte[] apply(byte[] bytes);
    }

    private static void check(int file, Damage damage) throws IOException {
        Path root = Files.createTempDirectory("fuzz");
        try {
            Copies.of("v3.0-video", root);
            Path damaged = root.resolve(FILES[file]);
            Files.write(damaged, damage.apply(Copies.bytes(damaged)));
            long before = allocated();
            try {
                Copies.readAll(root);
            } catch (IOException | ConfigException e) {
                assertThat(e).hasMessageContaining(root.toString());
            }
            assertThat(allocated() - before).isLessThan(MOST_BYTES);
        } finally {
            Copies.delete(root);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
