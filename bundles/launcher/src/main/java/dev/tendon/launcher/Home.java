/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The user's folder of Tendon.
 *
 * @param folder {@code $TENDON_HOME}, or {@code .tendon} in the user's home folder
 */
record Home(Path folder) {
    static Home find() {
        String variable = System.getenv("TENDON_HOME");
        Path folder = variable == null || variable.isBlank()
                ? Path.of(System.getProperty("user.home"), ".tendon")
                : Path.of(variable);
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** A new folder for the framework's cache; caches of killed processes are deleted. */
    Path newCache() throws IOException {
        Path caches = folder.resolve("cache");
        String own = Long.toString(ProcessHandle.current().pid());
        try {
            Files.createDirectories(caches);
            deleteOthers(caches, own);
            return Files.createTempDirectory(caches, own + "-");
        } catch (IOException e) {
            return Files.createTempDirectory("tendon-cache-" + own + "-"); // the home is read-only
        }
    }

    private static void deleteOthers(Path caches, String own) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(caches)) {
            for (Path cache : folders) {
                String pid = cache.getFileName().toString().replaceFirst("-.*", "");
                if (pid.matches("\\d{1,18}") && (pid.equals(own) || !isAlive(Long.parseLong(pid)))) {
                    delete(cache);
                }
            }
        } catch (IOException e) {
            // litter stays until another start can delete it
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Deletes a folder and all in it, as far as possible. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // the next start tries again
        }
    }
}
