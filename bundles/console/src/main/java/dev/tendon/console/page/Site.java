/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What a {@link PageServer} shows. Thread: any, several at a time. */
public interface Site {
    /**
     * Answers a GET or HEAD of somebody who may.
     *
     * @param path what was asked for, behind the token, as it stands in the address: empty for the page itself
     */
    void answer(HttpExchange exchange, String path) throws IOException;
}
