/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maven as a vendor has it after {@code mvn install} of this tree: a local repository with what the build has just made, and beside it, by
 * links, what the builder's own repository has. Nothing is installed for good, and no network is needed.
 */
final class VendorMaven {
    private static final long PATIENCE_MIN = 5;
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
    private static final String VERSION = "0.1.0";

    private final Path repository;

    VendorMaven(Path repository) throws IOException {
        this.repository = repository;
        Path own = repository.resolve("dev");
        Files.createDirectories(own);
        Path builders = Path.of(System.getProperty("itest.localRepository"));
        link(builders, repository, "dev");
        if (Files.isDirectory(builders.resolve("dev"))) {
            link(builders.resolve("dev"), own, "tendon");
        }
        install(TendonHost.sources());
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (DirectoryStream<Path> groups = Files.newDirectoryStream(from)) {
            for (Path group : groups) {
                if (!group.getFileName().toString().equals(except)) {
                    Files.createSymbolicLink(to.resolve(group.getFileName()), group.toAbsolutePath());
                }
            }
        }
    }

    /** A module and those below it. */
    private void install(Path module) throws IOException {
        String pom = Files.readString(module.resolve("pom.xml"));
        Matcher artifact = ARTIFACT.matcher(PARENT.matcher(pom).replaceFirst(""));
        if (!artifact.find()) {
            throw new IOException(module + " has no artifact");
        }
        String name = artifact.group(1);
        Path folder = Files.createDirectories(
                repository.resolve("dev/tendon").resolve(name).resolve(VERSION));
        Files.copy(module.resolve("pom.xml"), folder.resolve(name + "-" + VERSION + ".pom"));
        Path jar = module.resolve("target").resolve(name + "-" + VERSION + ".jar");
        if (Files.exists(jar)) {
            Files.createSymbolicLink(
                    folder.resolve(jar.getFileName()), jar.toAbsolutePath().normalize());
        }
        for (Matcher below = MODULE.matcher(pom); below.find(); ) {
            install(module.resolve(below.group(1)));
        }
    }

    /** Runs Maven in a folder; what it said, where it fails. */
    void run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("itest.maven"), "bin", "mvn").toString(),
                "-o",
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("maven.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MIN, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + "\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
    }
}
