/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.plugins.PluginException;
import dev.tendon.shell.Verb;
import dev.tendon.shell.internal.host.VerbUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * What an exception means to the user. The one place where exit codes are decided.
 *
 * @param exitCode what the process returns
 * @param messages what to say, a line each; empty for an interruption, of which the user knows
 * @param bug whether it is ours, and the stack trace is needed to find it
 */
record Failure(int exitCode, List<String> messages, boolean bug) {
    /** As shells count it: 128 + SIGINT. The launcher, which knows the signal, makes 143 of it for SIGTERM. */
    static final int INTERRUPTED = 130;

    static Failure of(Throwable thrown) {
        if (thrown instanceof ConfigException mistake) {
            return new Failure(Verb.USER_MISTAKE, mistake.problems(), false);
        }
        if (thrown instanceof PluginException refused) {
            return switch (refused.kind()) {
                case NO_BUNDLE -> new Failure(Verb.USER_MISTAKE, List.of(message(refused)), false);
                case REFUSED -> new Failure(Verb.FAILED, List.of(message(refused)), false);
            };
        }
        if (thrown instanceof DeviceException device) {
            return new Failure(Verb.DEVICE, List.of(message(device)), false);
        }
        if (thrown instanceof UncheckedIOException unchecked) {
            return of(unchecked.getCause());
        }
        if (thrown instanceof IOException data) {
            return new Failure(Verb.DATA, List.of(message(data)), false);
        }
        if (thrown instanceof InterruptedException || thrown instanceof CancellationException) {
            return new Failure(INTERRUPTED, List.of(), false);
        }
        if (thrown instanceof VerbUnavailableException) {
            return new Failure(Verb.FAILED, List.of(message(thrown)), false);
        }
        return new Failure(Verb.FAILED, List.of("This is a bug: " + thrown), true);
    }

    /** Java's file exceptions say which file, but only their names say what. */
    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        if (thrown instanceof FileSystemException file && file.getReason() == null) {
            return message + ": "
                    + thrown.getClass()
                            .getSimpleName()
                            .replaceFirst("Exception$", "")
                            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                            .toLowerCase(java.util.Locale.ROOT);
        }
        return message == null || message.isBlank() ? thrown.toString() : message;
    }
}
