/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FilePosition;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.VideoPosition;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which of a damaged dataset's videos hold what they should. Where no {@code meta} tells where an episode's pictures are, they are sought
 * where LeRobot puts them: behind those of the episode before, or at the beginning of the next file. Thread: its creator's.
 */
final class SalvagedVideos {
    private static final double HALF_A_FRAME = 0.5;

    private final Path root;
    private final DatasetSpec spec;
    private final Video video;
    private final Map<Path, Long> frames = new HashMap<>();
    private final Map<Path, String> problems = new HashMap<>();
    private final Map<String, VideoPosition> last = new HashMap<>();

    SalvagedVideos(Path root, DatasetSpec spec, Video video) {
        this.root = root;
        this.spec = spec;
        this.video = video;
    }

    /** Why an episode's pictures are not all there. */
    static final class MissingException extends Exception {
        private static final long serialVersionUID = 1;

        MissingException(String why) {
            super(why);
        }
    }

    /**
     * Where an episode's pictures are, all of which are there.
     *
     * @param told where {@code meta} says they are; empty where it does not say
     */
    Map<String, VideoPosition> find(int episode, int length, Map<String, VideoPosition> told)
            throws IOException, MissingException {
        Map<String, VideoPosition> found = new LinkedHashMap<>();
        for (FeatureSpec feature : spec.videos()) {
            String key = feature.name();
            VideoPosition position = spec.version() == FormatVersion.V2_1
                    ? new VideoPosition(FilePosition.FIRST, 0, length / spec.fps())
                    : told.containsKey(key) ? told.get(key) : sought(key, length);
            Path file = file(key, episode, position);
            long there = frames(file);
            if (there < 0) {
                throw new MissingException(problems.get(file));
            }
            long needed = Math.round(position.fromS() * spec.fps()) + length;
            if (there < needed) {
                throw new MissingException(file + " ends after " + there + " frames, and " + needed + " are needed");
            }
            found.put(key, position);
        }
        last.putAll(found);
        return found;
    }

    private VideoPosition sought(String key, int length) throws IOException {
        VideoPosition before = last.get(key);
        double seconds = length / spec.fps();
        if (before == null) {
            return new VideoPosition(FilePosition.FIRST, 0, seconds);
        }
        long there = frames(root.resolve(spec.videoPath(key, before.file())));
        long used = (long) (before.toS() * spec.fps() + HALF_A_FRAME);
        return there > used
                ? new VideoPosition(before.file(), before.toS(), before.toS() + seconds)
                : new VideoPosition(before.file().next(spec.settings().chunksSize()), 0, seconds);
    }

    Path file(String key, int episode, VideoPosition position) throws FormatException {
        return root.resolve(
                spec.version() == FormatVersion.V2_1
                        ? spec.episodeVideoPath(key, episode)
                        : spec.videoPath(key, position.file()));
    }

    private long frames(Path file) {
        return frames.computeIfAbsent(file, key -> {
            if (!Files.isRegularFile(key)) {
                problems.put(key, key + " is missing");
                return -1L;
            }
            try {
                return video.probe(key).frames();
            } catch (IOException e) {
                problems.put(key, key + " cannot be read (" + e.getMessage() + ")");
                return -1L;
            }
        });
    }

    /** Where the pictures were that a dropped episode had, so that the next one is sought behind them. */
    void skip(EpisodeRecord dropped) {
        last.putAll(dropped.videos());
    }
}
