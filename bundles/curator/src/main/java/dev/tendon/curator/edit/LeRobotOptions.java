/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.curator.DatasetOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Options of {@code tendon dataset edit}: those of lerobot-edit-dataset 0.6. */
@Describe("Everything that lerobot-edit-dataset does, with its options")
record LeRobotOptions(
        OperationOptions operation,
        @Describe("Name of the dataset; looked for in $HF_LEROBOT_HOME") Optional<String> repoId,
        @Describe("Folder of the dataset") Optional<Path> root,
        @Describe(
                        "Name of the new dataset; the same name, or none, means in place, and the old one is kept as NAME_old")
                Optional<String> newRepoId,
        @Describe("Folder of the new dataset; of a split, the folder in which the parts go") Optional<Path> newRoot,
        @Describe("Only say what would change") @Default("false") boolean dryRun,
        @Describe("Upload the result; not possible yet") @Default("false") boolean pushToHub) {
    LeRobotOptions {
        if (pushToHub) {
            throw new ConfigException(
                    "--push_to_hub=true: uploading is not possible yet; leave it out, and upload the folder "
                            + "with Hugging Face's own tool");
        }
    }

    Path folder() {
        return dataset().folder(Optional.empty());
    }

    /** The same, ready to be read. */
    Path open() throws IOException {
        return dataset().open(Optional.empty());
    }

    private DatasetOptions dataset() {
        return new DatasetOptions(root.isPresent() ? Optional.empty() : repoId, root);
    }

    /** Where the new dataset goes; empty: in place. */
    Optional<Path> output() {
        Optional<Path> named = newRoot.or(() -> newRepoId.map(
                name -> DatasetOptions.named(name, System.getenv(), Path.of(System.getProperty("user.home")))));
        return named.filter(place -> operation.type() == OperationOptions.Kind.MERGE
                || !place.toAbsolutePath()
                        .normalize()
                        .equals(folder().toAbsolutePath().normalize()));
    }
}
