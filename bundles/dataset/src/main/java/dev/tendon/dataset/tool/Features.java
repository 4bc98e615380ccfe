/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.write.DatasetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which features may come and go. */
final class Features {
    private Features() {}

    static void requireRemovable(DatasetSpec spec, Set<String> names) {
        List<String> problems = new ArrayList<>();
        if (names.isEmpty()) {
            problems.add("Which features? Give --names=NAME,…");
        }
        for (String name : names) {
            if (MetaCheck.BOOKKEEPING.containsKey(name)) {
                problems.add("\"" + name + "\" cannot be removed: every dataset needs it");
            } else if (!spec.features().containsKey(name)) {
                problems.add("There is no feature \"" + name + "\"; there are "
                        + String.join(", ", spec.features().keySet()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** No videos are left: {@code video_path} goes, all else stays. */
    static DatasetSpec.Builder withoutVideos(DatasetSpec old, DatasetSpec.Builder builder) {
        DatasetSpec.Settings settings = old.settings();
        return builder.settings(new DatasetSpec.Settings(
                settings.chunksSize(),
                settings.dataFilesSizeMb(),
                settings.videoFilesSizeMb(),
                settings.dataPath(),
                null));
    }
}
