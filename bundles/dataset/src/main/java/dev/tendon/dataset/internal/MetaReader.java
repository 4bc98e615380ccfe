/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.DatasetInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a dataset's {@code meta} folder, in whichever format it is. */
public final class MetaReader {
    private MetaReader() {}

    /**
     * Reads the dataset at {@code root}.
     *
     * @throws dev.tendon.dataset.FormatException where it is damaged or contradicts itself
     */
    public static Meta read(Path root) throws IOException {
        InfoFile info = InfoFile.read(root);
        Set<Path> videos = new LinkedHashSet<>();
        return info.fileAnEpisode() ? new MetaV2(root, info, videos).read() : new MetaV3(root, info, videos).read();
    }

    /** Checks that the episodes that were found are those that {@code info.json} counts. */
    static void checkTotals(InfoFile info, Path listedIn, List<Episode> episodes) throws IOException {
        DatasetInfo told = info.info();
        long frames = episodes.isEmpty()
                ? 0
                : episodes.get(episodes.size() - 1).info().toRow();
        List<String> problems = new ArrayList<>();
        if (episodes.size() != told.totalEpisodes()) {
            problems.add("counts " + told.totalEpisodes() + " episodes, but " + listedIn + " lists " + episodes.size());
        }
        if (frames != told.totalFrames()) {
            problems.add(
                    "counts " + told.totalFrames() + " frames, but the episodes in " + listedIn + " have " + frames);
        }
        if (!problems.isEmpty()) {
            throw new dev.tendon.dataset.FormatException(
                    info.file(),
                    String.join(", and ", problems),
                    "One of the two is from another state of the recording: copy or download the meta folder again");
        }
    }
}
