/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.image;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.training.options.ImageTransformOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon imgtransform-viz}: LeRobot 0.6, {@code scripts/lerobot_imgtransform_viz.py}. */
@Describe("Shows what image transforms do to a dataset's first picture")
public record PreviewOptions(
        @Describe("The dataset's name, USER/NAME; looked for in $HF_LEROBOT_HOME (~/.cache/huggingface/lerobot)")
                Optional<String> repoId,
        @Describe("Its folder") Optional<Path> root,
        @Describe("The episodes; the first one's first picture is taken") Optional<List<Integer>> episodes,
        ImageTransformOptions imageTransforms,
        @Describe("Examples of each transform") @Default("5") int nExamples,
        @Describe("What is drawn by") @Default("0") long seed,
        @Describe("Where they are written, in a folder of the dataset's name") @Default("outputs/image_transforms")
                Path outputDir) {
    public PreviewOptions {
        if (repoId.isEmpty() && root.isEmpty()) {
            throw new ConfigException(
                    "Whose pictures? Give the dataset's folder with --root, or its name with --repo_id");
        }
        if (nExamples < 1) {
            throw new ConfigException("--n_examples: " + nExamples + " is below 1");
        }
    }
}
