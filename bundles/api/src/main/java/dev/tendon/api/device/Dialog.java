/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/** The person at the desk. Drivers never print or read the terminal themselves. Thread: the caller's; may block for long, so never on a tick. */
@ConsumerType
public interface Dialog {
    /** Whether anybody can answer. */
    boolean interactive();

    /** Says a line. */
    void say(String line);

    /**
     * Asks, and returns the line typed, without its end.
     *
     * @throws dev.tendon.api.option.ConfigException where nobody can answer: it names the question and the option that
     *     decides instead, if {@code insteadOption} is not empty
     */
    String ask(String question, String insteadOption);

    /**
     * Shows a view that changes, until the person presses ENTER. The view is called at least once, in the calling thread.
     *
     * @param prompt says what to do meanwhile, and that ENTER ends it
     * @throws DeviceException what the view threw
     * @throws dev.tendon.api.option.ConfigException where nobody can answer, as {@link #ask}
     */
    default void watch(String prompt, LiveView view, String insteadOption) throws DeviceException {
        ask(prompt, insteadOption);
        view.next().forEach(this::say);
    }
}
