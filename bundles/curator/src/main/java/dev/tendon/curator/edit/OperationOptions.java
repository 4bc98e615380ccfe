/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.video.VideoEncoding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be done, as LeRobot spells it (0.6, scripts/lerobot_edit_dataset.py, the classes {@code …Config}). */
@Describe("What is done")
record OperationOptions(
        @Describe("Which operation") Kind type,
        @Describe("delete_episodes: their numbers, such as [0, 2, 5]") Optional<Object> episodeIndices,
        @Describe("split: each part's fraction or episodes, such as {train: 0.8, val: 0.2}") Map<String, Object> splits,
        @Describe("merge: names of the datasets") List<String> repoIds,
        @Describe("merge: their folders, instead of their names' places") List<Path> roots,
        @Describe("remove_feature: names of the features") Optional<Object> featureNames,
        @Describe("modify_tasks: what every task becomes that nothing else is said of") Optional<String> newTask,
        @Describe("modify_tasks: tasks by number of the episode") Map<String, String> episodeTasks,
        @Describe("modify_tasks: new texts by the old ones") Map<String, String> taskReplacements,
        @Describe("recompute_stats: leave those of pictures as they are") @Default("true") boolean skipImageVideo,
        @Describe(
                        "recompute_stats, reencode_videos: in place, instead of a new dataset NAME_recomputed_stats, NAME_reencoded")
                @Default("false")
                boolean overwrite,
        @Describe("convert_image_to_video, reencode_videos: how frames are encoded") VideoEncoding rgbEncoder,
        @NoEffect("the features are always shown") @Describe("info: show the features, too") @Default("false")
                boolean showFeatures) {
    /** LeRobot's operations. */
    enum Kind {
        DELETE_EPISODES,
        SPLIT,
        MERGE,
        REMOVE_FEATURE,
        MODIFY_TASKS,
        RECOMPUTE_STATS,
        CONVERT_IMAGE_TO_VIDEO,
        REENCODE_VIDEOS,
        INFO
    }
}
