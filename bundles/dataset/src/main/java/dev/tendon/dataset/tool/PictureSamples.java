/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.ImageStatistics;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Statistics of videos' pictures, gathered while all of them are decoded: of the frames that LeRobot looks at. Thread: its creator's.
 */
final class PictureSamples {
    private final Map<String, Map<Integer, FeatureStatistics>> found = new HashMap<>();
    private final Map<Integer, BitSet> wanted = new HashMap<>();
    private final ImageStatistics sums = new ImageStatistics();

    /** Takes the next picture of an episode; one episode of one camera at a time. */
    void add(long frame, int length, ByteBuffer rgb, int width, int height) {
        BitSet sample = wanted.computeIfAbsent(length, PictureSamples::sample);
        if (sample.get((int) frame)) {
            sums.add(rgb, width, height);
        }
    }

    private static BitSet sample(int length) {
        BitSet frames = new BitSet(length);
        for (int frame : ImageStatistics.sampleIndices(length)) {
            frames.set(frame);
        }
        return frames;
    }

    /** The episode is at its end. One of which pictures are missing has no statistics. */
    void end(String feature, int episode, boolean complete) {
        if (complete && sums.frames() > 0) {
            found.computeIfAbsent(feature, name -> new HashMap<>()).put(episode, sums.result(FormatVersion.V3_0));
        }
        sums.clear();
    }

    /** Those of an episode's camera; empty where its pictures were not decoded. */
    Optional<FeatureStatistics> of(String feature, int episode) {
        return Optional.ofNullable(found.getOrDefault(feature, Map.of()).get(episode));
    }
}
