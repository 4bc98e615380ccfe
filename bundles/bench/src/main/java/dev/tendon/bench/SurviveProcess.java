/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorder's process, which loads what it needs and then waits to be told what to record: so that the next one is ready when the present one is
 * killed. It ends with whoever started it. Thread: its creator's.
 */
final class SurviveProcess implements AutoCloseable {
    private static final long START_NS = 120_000_000_000L;
    private static final long LOOK_NS = 5_000_000L;

    private final Process process;
    private final Path output;
    private final Clock clock;

    private SurviveProcess(Process process, Path output, Clock clock) {
        this.process = process;
        this.output = output;
        this.clock = clock;
    }

    /** Where a recorder's process finds what it needs. */
    record Setting(Path distribution, String codec, Path home, Clock clock) {
        private static final String ARCHIVE = "classes.jsa";

        /**
         * Lets a recorder record a little and end, and keeps the classes that it has loaded in a form that the others load quickly. They do without where
         * that fails.
         */
        void rehearse(Path folder) throws IOException, InterruptedException {
            Files.createDirectories(home);
            Files.createDirectories(folder);
            java("-XX:ArchiveClassesAtExit=" + home.resolve(ARCHIVE), List.of(folder.toString()), folder)
                    .waitFor();
        }

        /** Starts a recorder, which prints into {@code folder}. */
        SurviveProcess start(Path folder) throws IOException {
            Process process = java("-XX:SharedArchiveFile=" + home.resolve(ARCHIVE), List.of(), folder);
            return new SurviveProcess(process, output(folder), clock);
        }

        private Process java(String sharing, List<String> arguments, Path folder) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    sharing,
                    "-cp",
                    distribution.resolve("bundles") + File.separator + "*" + File.pathSeparator
                            + distribution.resolve("lib") + File.separator + "*",
                    SurviveChild.class.getName(),
                    codec,
                    home.toString()));
            command.addAll(arguments);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output(folder).toFile())
                    .start();
        }

        private static Path output(Path folder) {
            return folder.resolve("recorder.txt");
        }
    }

    /** Lets it record into {@code root}, and returns when it has taken its first frame. */
    void record(Path root, Path log, int tag, long seed) throws IOException, InterruptedException {
        try {
            Writer order = process.outputWriter(StandardCharsets.UTF_8); // stays open: its end is the recorder's
            order.write(root + "\t" + log + "\t" + tag + "\t" + seed + "\n");
            order.flush();
        } catch (IOException e) {
            throw new IOException("The recorder did not start: see " + output, e);
        }
        long start = clock.nanoTime();
        while (!Files.exists(log) || Files.size(log) == 0) {
            if (!process.isAlive() || clock.nanoTime() - start > START_NS) {
                throw new IOException("The recorder did not start: see " + output);
            }
            clock.sleepUntil(clock.nanoTime() + LOOK_NS);
        }
    }

    /** Kills it, in the midst of what it does. */
    void kill() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IOException("The recorder ended by itself: see " + output);
        }
        process.destroyForcibly().waitFor();
    }

    /** Makes sure that it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
