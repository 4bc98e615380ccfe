/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import java.io.IOException;
import java.io.OutputStream;

/** In the place of an episode that cannot be read. */
final class FailedScript {
    private FailedScript() {}

    static void write(int episode, IOException why, OutputStream out) throws IOException {
        String text = String.valueOf(why.getMessage());
        Script.write(out, "failed", json -> {
            json.writeNumberField("index", episode);
            json.writeStringField("problem", text);
        });
    }
}
