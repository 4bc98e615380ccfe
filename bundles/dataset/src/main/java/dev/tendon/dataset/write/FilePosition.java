/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

/** Where a file is: number of its folder, and number within it. */
public record FilePosition(int chunk, int file) implements Comparable<FilePosition> {
    public static final FilePosition FIRST = new FilePosition(0, 0);

    /** The one behind it, with {@code chunksSize} files a folder (LeRobot 0.6, datasets/utils.py). */
    public FilePosition next(int chunksSize) {
        return file >= chunksSize - 1 ? new FilePosition(chunk + 1, 0) : new FilePosition(chunk, file + 1);
    }

    @Override
    public int compareTo(FilePosition other) {
        return chunk != other.chunk ? Integer.compare(chunk, other.chunk) : Integer.compare(file, other.file);
    }
}
