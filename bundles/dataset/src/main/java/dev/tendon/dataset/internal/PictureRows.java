/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;

/**
 * Where the pictures of an episode are that lie in its data file, coded as PNG or JPEG, and the way to them. A row group is read as a whole:
 * that is how Parquet lies on the disk.
 *
 * @param file the data file
 * @param runs the episode's rows, in order
 */
public record PictureRows(Path file, List<Run> runs) {
    private static final String INDEX = "episode_index";

    /** A row group whose pictures take more than this is refused; LeRobot writes one a recorded episode. */
    private static final long GROUP_BYTES = 1L << 30;

    public PictureRows {
        runs = List.copyOf(runs);
    }

    /**
     * Consecutive rows of an episode in a row group.
     *
     * @param group number of the row group
     * @param from its first row that is the episode's
     * @param rows how many are
     * @param before how many rows of the episode are in groups before
     */
    public record Run(int group, long from, long rows, long before) {}

    /** Finds an episode's rows. */
    public static PictureRows of(Episode episode) throws IOException {
        try (ParquetTable table = ParquetTable.open(episode.data())) {
            List<Run> runs = new ArrayList<>();
            long found = 0;
            for (int group = 0; group < table.groups(); group++) {
                if (table.mayHold(group, INDEX, episode.info().index())) {
                    Run run = find(table, group, episode.info().index(), found);
                    if (run.rows > 0) {
                        runs.add(run);
                        found += run.rows;
                    }
                }
            }
            if (found != episode.info().length()) {
                throw Damage.in(
                        table.file(),
                        "it holds " + found + " frames of episode "
                                + episode.info().index() + " instead of "
                                + episode.info().length());
            }
            return new PictureRows(episode.data(), runs);
        }
    }

    private static Run find(ParquetTable table, int group, int wanted, long before) throws IOException {
        return table.group(group, List.of(INDEX), Budget.unlimited(), readers -> {
            long from = 0;
            long rows = 0;
            LeafReader episodes = readers.get(INDEX);
            for (long row = 0; row < table.rows(group); row++) {
                if (episodes.readNumber() == wanted) {
                    from = rows == 0 ? row : from;
                    if (row != from + rows) {
                        throw new Damage.Corrupt("the frames of episode " + wanted + " do not lie together");
                    }
                    rows++;
                }
            }
            return new Run(group, from, rows, before);
        });
    }

    /** The run that holds a frame of the episode. */
    public Run run(int frame) {
        for (Run run : runs) {
            if (frame < run.before + run.rows) {
                return run;
            }
        }
        throw new IndexOutOfBoundsException("frame " + frame + " of " + file);
    }

    /**
     * The coded pictures of a column in a run.
     *
     * @throws FormatException where the file is damaged, or a row has no picture in it
     */
    public List<byte[]> read(Run run, String column) throws IOException {
        try (ParquetTable table = ParquetTable.open(file)) {
            return table.group(run.group, List.of(column), Budget.unlimited(), readers -> {
                LeafReader leaf = readers.get(column);
                for (long row = 0; row < run.from; row++) {
                    leaf.skipRow();
                }
                List<byte[]> pictures = new ArrayList<>();
                long bytes = 0;
                for (long row = 0; row < run.rows; row++) {
                    Binary picture = leaf.readBinary();
                    if (picture == null) {
                        throw new Damage.Corrupt(
                                "column \"" + column + "\" has no picture in row " + (run.from + row) + " of row group "
                                        + run.group + ", but perhaps the path of one, which is not followed");
                    }
                    bytes += picture.length();
                    if (bytes > GROUP_BYTES) {
                        throw new Damage.Unsupported(
                                "it has row groups with more than " + GROUP_BYTES + " bytes of pictures");
                    }
                    pictures.add(picture.getBytes());
                }
                return pictures;
            });
        }
    }
}
