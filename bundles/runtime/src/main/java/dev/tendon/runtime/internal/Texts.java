/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;

/** Words for what went wrong. */
final class Texts {
    private Texts() {}

    /** The message, where it was written for users; with the type otherwise. */
    static String of(Throwable e) {
        String message = e.getMessage();
        return message != null && (e instanceof DeviceException || e instanceof ConfigException)
                ? message
                : e.toString();
    }
}
