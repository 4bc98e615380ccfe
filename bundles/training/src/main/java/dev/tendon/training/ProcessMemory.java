/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory this process holds outside the heap, as Linux tells it. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KB_PER_MB = 1024;

    private ProcessMemory() {}

    /** Resident memory less what the heap has, in MB; NaN where the system does not tell. Collects garbage first. */
    static double nativeMb() {
        System.gc(); // what is garbage on the heap holds memory outside it
        double heapMb = Runtime.getRuntime().totalMemory() / KB_PER_MB / KB_PER_MB;
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KB_PER_MB)
                            .findFirst()
                            .orElse(Double.NaN)
                    - heapMb;
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
