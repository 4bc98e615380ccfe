/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import java.net.URI;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A view of one session, for people. Open it before the session, so that nothing has moved where it cannot be opened; give it
 * the session's events from the start, and the session once it is open. Thread: any.
 */
@ConsumerType
public interface SessionDisplay extends SessionListener, AutoCloseable {
    /** Where to look. Whoever knows it may look. */
    URI address();

    /** Begins to show what happens in {@code session}. Once. */
    void show(Session session);

    /** Shows that it is over, and takes the view away. The session goes on. Idempotent. */
    @Override
    void close();
}
