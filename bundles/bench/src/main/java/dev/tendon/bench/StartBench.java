/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.TendonScript;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * {@code tendon bench start}: whole processes, from the command to its end, the commands in turn. {@code bare_jvm_s} is a JVM that prints its
 * version: what no Java program can be faster than. The memory is that of this host, with every bundle started.
 */
@Component(service = Verb.class)
@VerbName("bench start")
@VerbGroup("Measuring")
public final class StartBench implements Verb<StartOptions> {
    private static final double MEGABYTE = 1e6;

    private final Path distribution;
    private final Clock clock = new SystemClock();

    @Activate
    public StartBench(BundleContext framework) {
        distribution = Path.of(framework.getProperty("tendon.distribution"));
    }

    @Override
    public int run(StartOptions options, Console console) throws IOException, InterruptedException {
        String tendon = TendonScript.in(distribution).toString();
        List<Double> bare = new ArrayList<>();
        List<Double> help = new ArrayList<>();
        List<Double> choices = new ArrayList<>();
        try (Live live = console.live()) {
            for (int i = 1; i <= options.runs(); i++) {
                live.progress("Starting commands", i - 1, options.runs());
                bare.add(seconds(java(), "-version"));
                help.add(seconds(tendon, "--help"));
                choices.add(seconds(tendon, "choices"));
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("runs", options.runs());
        json.put("help_s", Figures.rounded(Figures.median(help)));
        json.put("choices_s", Figures.rounded(Figures.median(choices)));
        json.put("bare_jvm_s", Figures.rounded(Figures.median(bare)));
        json.put("distribution_mb", Figures.rounded(size(distribution) / MEGABYTE));
        OptionalDouble resident = residentMb();
        json.put("resident_mb", resident.isPresent() ? (Object) Figures.rounded(resident.getAsDouble()) : null);
        console.json(json);
        console.out(String.format(
                Locale.ROOT,
                "median of %d runs: --help %.2f s, choices %.2f s, a bare JVM %.2f s",
                options.runs(),
                Figures.median(help),
                Figures.median(choices),
                Figures.median(bare)));
        console.out(String.format(
                Locale.ROOT,
                "distribution %.1f MB; resident memory of a host %s",
                size(distribution) / MEGABYTE,
                resident.isPresent() ? String.format(Locale.ROOT, "%.0f MB", resident.getAsDouble()) : "unknown here"));
        return DONE;
    }

    private double seconds(String... command) throws IOException, InterruptedException {
        long startNs = clock.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new ConfigException("\"" + String.join(" ", command) + "\" ended with exit code " + exit
                        + "; run it by itself to see why");
            }
        } finally {
            process.destroy();
        }
        return (clock.nanoTime() - startNs) / 1e9;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    /** Resident memory of this process, where the system tells it as Linux does. */
    static OptionalDouble residentMb() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / MEGABYTE)
                .findFirst();
    }
}
