/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.dataset.tool.Edit;
import dev.tendon.dataset.tool.Progress;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the result goes. */
record Target(Optional<Path> output, boolean dryRun) {
    Edit.Result apply(Edit edit, Video video, Progress progress) throws IOException, InterruptedException {
        return output.isPresent() ? edit.into(output.get(), video, progress) : edit.inPlace(video, progress);
    }
}
