/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this machine's processor can do, for which ONNX Runtime lays models out differently. */
final class Processor {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** Whether products of two bytes may be summed in 16 bits, so that weights of 8 bits could overflow: x86 without VNNI. */
    static boolean sumsInSixteenBits() throws IOException {
        return System.getProperty("os.arch", "").matches("amd64|x86_64")
                && !features().contains("vnni");
    }

    /** A text that is the same where they are the same; empty where the system does not tell. */
    static String features() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst()
                    .orElse("");
        }
    }
}
