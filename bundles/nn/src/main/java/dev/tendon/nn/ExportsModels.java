/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** An engine that can write a network to a file that others run: a second interface of an {@link InferenceEngine}. Thread: any. */
@ConsumerType
public interface ExportsModels {
    /**
     * Writes the network of {@code request} with its weights: aside, synced, then moved into place.
     *
     * @return the files: {@code file}, and one beside it with the weights where they are too large for one
     * @throws NetworkException where shapes do not fit, or a weight is missing
     * @throws IOException where it cannot be written
     */
    List<Path> export(ProgramRequest request, Path file) throws IOException;
}
