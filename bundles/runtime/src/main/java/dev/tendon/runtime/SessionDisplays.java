/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Shows sessions to people: a service of a bundle that a composition may leave out. Thread: any. */
@ConsumerType
public interface SessionDisplays {
    /**
     * Opens a view that waits for its session.
     *
     * @throws dev.tendon.api.option.ConfigException where the request cannot be met: the port is taken, the address is not this
     *     machine's own
     * @throws IOException where it cannot be opened for another reason
     */
    SessionDisplay open(DisplayRequest request) throws IOException;
}
