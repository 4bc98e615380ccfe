/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.FormatException;
import dev.tendon.video.Span;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What laying out videos needs.
 *
 * @param video cuts and joins
 * @param copier places whole files
 * @param scratch a folder for parts, on the new dataset's disk
 */
record VideoTools(Video video, Copier copier, Path scratch) {
    /** A name for a part. */
    Path temporary() {
        return scratch.resolve(UUID.randomUUID() + ".mp4");
    }

    /** Cuts a part out of the file of {@code clip}; returns whether it was copied, and not encoded anew. */
    boolean cut(Clip clip, Span part, Path to) throws IOException {
        try {
            return video.cut(clip.file(), part, to, encoding(clip.feature().info()));
        } catch (ConfigException e) {
            throw new FormatException(
                    clip.file() + ": the pictures from " + part.fromS() + " s to " + part.toS()
                            + " s do not begin with a key frame and cannot be encoded anew here (" + e.getMessage()
                            + "). Give that camera up with tendon dataset remove-feature --names="
                            + clip.feature().name(),
                    e);
        }
    }

    /** How the videos were encoded, as info.json tells it; LeRobot's defaults for what it does not tell. */
    static VideoEncoding encoding(Map<String, ?> info) {
        VideoEncoding usual = VideoEncoding.DEFAULT;
        Map<String, String> options = new LinkedHashMap<>();
        if (info.get("video.extra_options") instanceof Map<?, ?> told) {
            told.forEach((key, value) -> options.put(String.valueOf(key), String.valueOf(value)));
        }
        return new VideoEncoding(
                info.get("video.codec") instanceof String codec ? codec : usual.vcodec(),
                info.get("video.pix_fmt") instanceof String format ? format : usual.pixFmt(),
                info.get("video.g") instanceof Number g ? g.intValue() : usual.g(),
                info.get("video.crf") instanceof Number crf ? crf.doubleValue() : usual.crf(),
                Optional.ofNullable(info.get("video.preset")).map(String::valueOf),
                info.get("video.fast_decode") instanceof Number fast ? fast.intValue() : usual.fastDecode(),
                usual.videoBackend(),
                options);
    }
}
