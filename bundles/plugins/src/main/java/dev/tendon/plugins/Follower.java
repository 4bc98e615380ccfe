/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** A running host that takes the store's generations as they come. Thread: any. */
@ProviderType
public interface Follower extends AutoCloseable {
    /**
     * Looks for a new generation now instead of at the next poll, and applies it in the calling thread.
     *
     * @return whether there was one
     * @throws IOException if the store cannot be read
     */
    boolean checkNow() throws IOException, InterruptedException;

    /** What this host said last, as other processes see it. */
    HostReport report();

    /** Stops following; bundles stay as they are. Waits for a change that is being applied. */
    @Override
    void close();
}
