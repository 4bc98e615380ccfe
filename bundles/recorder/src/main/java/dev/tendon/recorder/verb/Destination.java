/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.tool.SideRecording;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.recorder.RecordingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where episodes are recorded, and where they are at the end: in v2.1 these are two places ({@link SideRecording}).
 *
 * @param folder where they are recorded
 * @param resume whether there is a dataset in it
 * @param side empty where they stay there
 */
record Destination(Path folder, boolean resume, Optional<SideRecording> side) {
    /**
     * Finds out.
     *
     * @param wanted the format asked for; empty: that of the dataset that is there, v3.0 for a new one
     * @throws ConfigException where they contradict each other
     */
    static Destination of(Path root, boolean resume, Optional<FormatVersion> wanted) throws IOException {
        SideRecording side = SideRecording.of(root);
        side.recover();
        boolean there = Files.isRegularFile(root.resolve("meta").resolve("info.json"));
        boolean pending = side.exists();
        if (pending && !resume) {
            throw new ConfigException("In " + side.folder() + " there are episodes that were recorded for " + root
                    + " and have not joined it. Go on with --resume=true, or let tendon dataset repair --dataset.root="
                    + root + " join them");
        }
        if (!there) {
            boolean old = pending || (!resume && wanted.equals(Optional.of(FormatVersion.V2_1)));
            return old ? beside(side) : new Destination(root, resume, Optional.empty());
        }
        FormatVersion version = DatasetSpec.read(root).version();
        if (resume && wanted.isPresent() && wanted.get() != version) {
            throw new ConfigException("The dataset in " + root + " is " + version.codebaseVersion()
                    + ". Leave out --dataset.codebase_version to add to it, or convert it first: tendon dataset convert --to="
                    + wanted.get().codebaseVersion() + " --dataset.root=" + root);
        }
        if (pending && version != FormatVersion.V2_1) {
            throw new ConfigException("In " + side.folder() + " there are episodes for " + root
                    + ", which was v2.1 and is " + version.codebaseVersion()
                    + " now. Join the two with tendon dataset merge, and delete that folder");
        }
        return resume && version == FormatVersion.V2_1 ? beside(side) : new Destination(root, resume, Optional.empty());
    }

    private static Destination beside(SideRecording side) {
        return new Destination(side.folder(), side.exists(), Optional.of(side));
    }

    /** The same request, recorded here. */
    RecordingRequest of(RecordingRequest request) {
        return new RecordingRequest(
                folder, request.robotType(), resume, request.tail(), request.plan(), request.pictures());
    }
}
