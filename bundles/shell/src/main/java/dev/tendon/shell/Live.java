/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Something that changes while a verb runs: a block at the bottom of the terminal that is redrawn, or, where there is no
 * terminal, a line now and then. On stderr. Thread: any.
 */
@ProviderType
public interface Live extends AutoCloseable {
    /**
     * Shows the newest state. Cheap to call often: a terminal is redrawn ten times a second at most, and without one {@code
     * line} is printed after one second, then every ten.
     *
     * @param block the state in full, for a terminal; lines that are too long are cut
     * @param line the state in one line; empty prints nothing
     */
    void show(List<String> block, String line);

    /**
     * Shows how far a thing is, as a bar or as a line.
     *
     * @param what is done: {@code Resolving}
     * @param done how much of {@code total}
     * @param total the whole; 0 where it is not known
     */
    void progress(String what, long done, long total);

    /** Leaves the newest state on the terminal and lets go of it. Idempotent. */
    @Override
    void close();
}
