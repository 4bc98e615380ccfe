/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.Dialog;
import dev.tendon.api.option.ConfigException;

/** Nobody is at the desk. */
enum NoDialog implements Dialog {
    INSTANCE;

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public void say(String line) {
        // Nobody listens.
    }

    @Override
    public String ask(String question, String insteadOption) {
        throw new ConfigException("Nobody can answer \"" + question + "\""
                + (insteadOption.isEmpty() ? "" : "; give " + insteadOption + " instead"));
    }
}
