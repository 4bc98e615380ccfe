/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell;

import dev.tendon.api.device.Dialog;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a verb talks. Results go to stdout, everything else to stderr, so that a result can be piped on while the user watches.
 *
 * <p>Thread: any.
 */
@ProviderType
public interface Console {
    /** Prints a line of the result. Prints nothing with {@code --json}, where {@link #json(Map)} is the result. */
    void out(String line);

    /** Prints a line for the user: a log, a warning, what happens meanwhile. Above a {@link Live} block where there is one. */
    void err(String line);

    /** Whether the user wants the result as JSON. */
    boolean json();

    /**
     * Sets the result for {@code --json}: printed once, on one line, as the last on stdout when the verb ends. Without
     * {@code --json} this does nothing. A second call replaces the first.
     *
     * @param object plain data; keys in snake_case, with their unit: {@code lateness_p99_us}
     */
    void json(Map<String, ?> object);

    /**
     * Prints the result for {@code --json} at once: for a verb that serves until somebody ends it, whose result others wait for. Nothing
     * more is printed when the verb ends well. Without {@code --json} this does nothing. A console that is no terminal's may wait.
     *
     * @param object as for {@link #json(Map)}
     */
    default void jsonNow(Map<String, ?> object) {
        json(object);
    }

    /** How devices ask the person at the desk. */
    Dialog dialog();

    /** Whether somebody watches: stderr is a terminal. */
    boolean interactive();

    /** Columns of the terminal; 80 where there is none. */
    int width();

    /** Whether the result may be coloured: stdout is a terminal and the user does not object ({@code NO_COLOR}). */
    boolean color();

    /**
     * Begins to take single keys, until it is closed; no question may be asked meanwhile. A console that has none gives {@link
     * Keys#NONE}.
     */
    default Keys keys() {
        return Keys.NONE;
    }

    /** Begins to show something that changes. One at a time; end it before the verb returns. */
    Live live();
}
