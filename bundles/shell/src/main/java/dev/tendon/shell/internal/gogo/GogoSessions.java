/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.gogo;

import java.io.IOException;
import java.nio.file.Path;

/** Gogo sessions in this process. There is one while there is a Gogo runtime. Thread: the session's own. */
interface GogoSessions {
    /**
     * Runs the lines of stdin to its end. A line that fails does not end it.
     *
     * @return 0, or the exit code of the first line that failed
     */
    int script() throws IOException, InterruptedException;

    /**
     * Talks with the user on the terminal until {@code exit} or end of input.
     *
     * @param history where typed lines are kept
     */
    int interactive(Path history) throws Exception;
}
