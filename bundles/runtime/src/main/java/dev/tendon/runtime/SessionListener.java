/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told what happens in a session. Called one event at a time on a thread of the session's own, never the control thread. */
@ConsumerType
@FunctionalInterface
public interface SessionListener {
    /** Something happened. What this throws is logged and changes nothing. */
    void event(SessionEvent event);
}
