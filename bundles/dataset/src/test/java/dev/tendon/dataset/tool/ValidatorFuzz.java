/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
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
 * Broken bytes anywhere in a dataset are findings, or go unnoticed where they change nothing but numbers: looking never fails, and
 * takes no more memory than an intact dataset warrants, whatever sizes the bytes claim.
 */
class ValidatorFuzz {
    /** An intact set takes some 30 MB, most of it parquet-java's buffers for each page. */
    private static final long MOST_BYTES = 250_000_000;

    private static final String[] FILES = {
        "meta/info.json",
        "meta/tasks.parquet",
        "meta/stats.json",
        "meta/episodes/chunk-000/file-000.parquet",
        "data/chunk-000/file-000.parquet"
    };

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void flippedBytesAreFindingsAtWorst(@ForAll @IntRange(max = 4) int file, @ForAll long seed) throws Exception {
        Random random = new Random(seed);
        check(file, bytes -> {
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                bytes[place(bytes, random)] = (byte) random.nextInt(256);
            }
            return bytes;
        });
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void aFileCutShortIsAFinding(@ForAll @IntRange(max = 4) int file, @ForAll long seed) throws Exception {
        Random random = new Random(seed);
        Validation result = check(file, bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length - 3)));
        assertThat(result.valid()).isFalse();
    }

    /** Half of the damage goes into the footer, where the sizes are. */
    private static int place(byte[] bytes, Random random) {
        int tail = Math.min(bytes.length, 6_000);
        return random.nextBoolean() ? bytes.length - 1 - random.nextInt(tail) : random.nextInt(bytes.length);
    }

    private interface Damage {
        byte[] apply(byte[] bytes);
    }

    private static Validation check(int file, Damage damage) throws Exception {
        Path root = Files.createTempDirectory("fuzz");
        try {
            TinySet.golden("v3.0-image", root);
            Path damaged = root.resolve(FILES[file]);
            Files.write(damaged, damage.apply(Files.readAllBytes(damaged)));
            long before = allocated();
            Validation result = Validator.of(root).run(Progress.NONE);
            assertThat(allocated() - before).isLessThan(MOST_BYTES);
            return result;
        } finally {
            delete(root);
        }
    }

    private static void delete(Path root) throws IOException {
        Folders.delete(root);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
