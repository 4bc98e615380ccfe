/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder;

import dev.tendon.video.VideoEncoding;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * What is recorded, and where to.
 *
 * @param root the dataset's folder
 * @param robotType the robot's choice name
 * @param resume whether the dataset is there already
 * @param tail decides about an unfinished episode of so many frames that is found in the journal: whether to save it
 * @param plan how many episodes of what
 * @param pictures how pictures are kept
 */
public record RecordingRequest(
        Path root, String robotType, boolean resume, IntPredicate tail, RecordingPlan plan, Pictures pictures) {
    /**
     * How pictures are kept.
     *
     * @param video as video; else as PNG within the rows
     * @param encoding of the video
     * @param threads of each encoder; empty: the codec decides
     * @param queue how many pictures of a camera may wait for its encoder
     */
    public record Pictures(boolean video, VideoEncoding encoding, OptionalInt threads, int queue) {}

    /** The same with another encoding. */
    public RecordingRequest encodedBy(VideoEncoding other) {
        return new RecordingRequest(
                root,
                robotType,
                resume,
                tail,
                plan,
                new Pictures(pictures.video(), other, pictures.threads(), pictures.queue()));
    }
}
