/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads many small files at once, on all cores: most of it is footers. Thread: any. */
public final class ManyFiles {
    private ManyFiles() {}

    /** What is read from a file. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Path file) throws IOException;
    }

    /**
     * Reads them; the results in the order of the files.
     *
     * @param reading called by several threads
     * @throws IOException of the first file, in their order, that has one
     */
    public static <T> List<T> read(List<Path> files, Reading<T> reading) throws IOException {
        if (files.size() < 2) {
            List<T> few = new ArrayList<>();
            for (Path file : files) {
                few.add(reading.read(file));
            }
            return few;
        }
        List<Result<T>> results =
                files.parallelStream().map(file -> result(file, reading)).toList();
        List<T> values = new ArrayList<>(files.size());
        for (Result<T> result : results) {
            if (result.failure != null) {
                throw result.failure;
            }
            values.add(result.value);
        }
        return values;
    }

    private record Result<T>(@Nullable T value, @Nullable IOException failure) {}

    private static <T> Result<T> result(Path file, Reading<T> reading) {
        try {
            return new Result<>(reading.read(file), null);
        } catch (IOException e) {
            return new Result<>(null, e);
        } catch (UncheckedIOException e) {
            return new Result<>(null, e.getCause());
        }
    }
}
