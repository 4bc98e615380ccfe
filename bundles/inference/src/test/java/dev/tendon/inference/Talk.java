/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.device.Dialog;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A console that keeps what is said. */
final class Talk implements Console {
    final List<String> lines = new ArrayList<>();
    final Map<String, Object> result = new LinkedHashMap<>();

    @Override
    public void out(String line) {
        lines.add(line);
    }

    @Override
    public void err(String line) {
        lines.add(line);
    }

    @Override
    public boolean json() {
        return true;
    }

    @Override
    public void json(Map<String, ?> object) {
        result.clear();
        result.putAll(object);
    }

    @Override
    public Dialog dialog() {
        throw new UnsupportedOperationException("Nobody is asked");
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public int width() {
        return 80;
    }

    @Override
    public boolean color() {
        return false;
    }

    @Override
    public Live live() {
        return new Live() {
            @Override
            public void show(List<String> block, String line) {
                // Nobody watches.
            }

            @Override
            public void progress(String what, long done, long total) {
                // Nobody watches.
            }

            @Override
            public void close() {
                // Nothing to take away.
            }
        };
    }
}
