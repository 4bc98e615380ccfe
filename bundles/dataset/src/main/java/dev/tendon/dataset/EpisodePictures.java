/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset;

import dev.tendon.dataset.internal.PictureRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An episode's pictures that lie in its data file, coded as PNG or JPEG. Thread: any; each call opens and closes the file. */
public final class EpisodePictures {
    private final PictureRows rows;

    EpisodePictures(PictureRows rows) {
        this.rows = rows;
    }

    /** The data file. */
    public Path file() {
        return rows.file();
    }

    /** The first frame of the run of frames that are read together with this one: those of the episode in one row group. */
    public int runOf(int frame) {
        return (int) rows.run(frame).before();
    }

    /**
     * Reads the run that holds a frame.
     *
     * @return the coded pictures of all its frames, beginning with frame {@link #runOf}
     * @throws FormatException where the file is damaged
     */
    public List<byte[]> coded(String feature, int frame) throws IOException {
        return rows.read(rows.run(frame), feature);
    }
}
