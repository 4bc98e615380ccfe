/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** The options that every verb understands. Declared for {@code --help}; {@link CommonArgs} reads them. */
@Describe("Options of every verb")
record CommonOptions(
        @Describe("Print the result as one JSON object, last on stdout") @Default("false") boolean json,
        @Describe("Show stack traces of errors") @Default("false") boolean debug,
        @Describe("Show the options; with --robot.type=… and the like also those of that choice") @Default("false")
                boolean help) {}
