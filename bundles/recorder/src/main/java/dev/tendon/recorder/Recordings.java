/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder;

import dev.tendon.runtime.Session;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** Records sessions: a service of this bundle. Thread: any. */
@ProviderType
public interface Recordings {
    /**
     * Does, before anything is connected, what needs no robot: checks the codec, the folder and the room on the disk, and decides about an
     * unfinished episode that is in the journal.
     *
     * @return the same, with the codec that is really used
     * @throws dev.tendon.api.option.ConfigException where the user must decide something else, or somebody else writes to the dataset
     */
    RecordingRequest check(RecordingRequest request, RecordingListener listener) throws IOException;

    /**
     * Creates or opens the dataset for a session that does not run yet, and takes the right to write to it.
     *
     * @param session opened with a tap of {@link Recording#TAP_TICKS}
     * @throws dev.tendon.api.option.ConfigException where the session does not fit the dataset that is there (with every difference), or
     *     somebody else writes to it
     */
    Recording open(RecordingRequest request, Session session, RecordingListener listener) throws IOException;
}
