/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.policy;

import dev.tendon.api.frame.FrameWriter;
import org.osgi.annotation.versioning.ProviderType;

/** Where a policy writes its actions, in the robot's action layout. Valid during one {@link Policy#plan}. Thread: the worker's. */
@ProviderType
public interface ActionChunk {
    /**
     * The next action, one tick after the one before; all its slots are to be written.
     *
     * @throws IllegalStateException after {@link Policy#chunkSize} actions
     */
    FrameWriter next();
}
