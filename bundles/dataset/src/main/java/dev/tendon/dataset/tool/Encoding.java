/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoInfo;
import java.util.Collection;
import java.util.List;

/** A dataset's description with some cameras as videos of a certain form. */
final class Encoding {
    private static final int CHANNELS = 3;

    private Encoding() {}

    /** The cameras that are meant. */
    static List<FeatureSpec> cameras(DatasetSpec spec, Collection<String> names, Edits.Encode which) {
        List<FeatureSpec> cameras = spec.features().values().stream()
                .filter(feature -> feature.video() || feature.image())
                .filter(feature -> !feature.depth())
                .filter(feature -> names.isEmpty() || names.contains(feature.name()))
                .filter(feature -> which == Edits.Encode.ALL || feature.video() == (which == Edits.Encode.VIDEOS))
                .toList();
        List<String> known = spec.features().values().stream()
                .filter(feature -> feature.video() || feature.image())
                .map(feature -> feature.name()
                        + (feature.depth() ? " (depth)" : feature.video() ? " (video)" : " (in the rows)"))
                .toList();
        if (cameras.isEmpty()
                || !cameras.stream().map(FeatureSpec::name).toList().containsAll(names)) {
            String wanted =
                    switch (which) {
                        case IMAGES -> "a camera whose pictures are in the rows";
                        case VIDEOS -> "a camera whose pictures are videos";
                        case ALL -> "a camera, but no depth map";
                    };
            throw new ConfigException("Which cameras? Wanted is " + wanted
                    + (names.isEmpty() ? "" : " for each of " + names) + "; there are " + known);
        }
        return cameras;
    }

    static DatasetSpec spec(DatasetSpec old, List<FeatureSpec> cameras, VideoEncoding resolved) {
        List<FeatureSpec> features = old.features().values().stream()
                .map(feature -> cameras.contains(feature) ? video(feature, old.fps(), resolved) : feature)
                .toList();
        DatasetSpec.Settings settings = old.settings();
        String path = settings.videoPath() != null
                ? settings.videoPath()
                : DatasetSpec.Settings.defaults(old.version(), true).videoPath();
        return old.toBuilder()
                .features(features)
                .settings(new DatasetSpec.Settings(
                        settings.chunksSize(),
                        settings.dataFilesSizeMb(),
                        settings.videoFilesSizeMb(),
                        settings.dataPath(),
                        path))
                .build();
    }

    private static FeatureSpec video(FeatureSpec feature, double fps, VideoEncoding encoding) {
        boolean channelsFirst = feature.shape().get(0) == CHANNELS;
        int height = feature.shape().get(channelsFirst ? 1 : 0);
        int width = feature.shape().get(channelsFirst ? 2 : 1);
        VideoInfo info = new VideoInfo(
                codec(encoding.vcodec()), encoding.pixFmt(), width, height, CHANNELS, fps, 0, 0, 0, false);
        return FeatureSpec.pictures(feature.name(), true, height, width).withInfo(encoding.info(info));
    }

    /** FFmpeg's name of what an encoder makes. */
    private static String codec(String encoder) {
        return encoder.contains("av1") ? "av1" : encoder.startsWith("hevc") ? "hevc" : "h264";
    }
}
