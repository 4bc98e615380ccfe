/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import java.util.List;
import java.util.Set;

/** The verbs of this host. Thread: any. */
public interface Verbs {
    /** The names of all, also of those whose component still misses something. Starts no component. */
    Set<String> names();

    /**
     * Runs the verb that the first arguments name, on the calling thread's standard streams, and says on them what went wrong.
     *
     * @param command what the user types before them: {@code tendon}
     * @return the exit code
     */
    int run(String command, List<String> args);
}
