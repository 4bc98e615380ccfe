/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.api.device.Dialog;
import dev.tendon.api.option.ConfigException;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a verb says. Thread: any. */
public final class FakeConsole implements Console {
    public final List<String> out = new CopyOnWriteArrayList<>();
    public final List<String> err = new CopyOnWriteArrayList<>();

    /** The last line of what was shown live. */
    public final List<String> shown = new CopyOnWriteArrayList<>();

    private volatile Map<String, Object> result = Map.of();

    @Override
    public void out(String line) {
        out.add(line);
    }

    @Override
    public void err(String line) {
        err.add(line);
    }

    @Override
    public boolean json() {
        return false;
    }

    @Override
    public void json(Map<String, ?> object) {
        result = new LinkedHashMap<>(object);
    }

    /** The result for {@code --json}. */
    public Map<String, Object> result() {
        return result;
    }

    @Override
    public Dialog dialog() {
        return new Dialog() {
            @Override
            public boolean interactive() {
                return false;
            }

            @Override
            public void say(String line) {
                err(line);
            }

            @Override
            public String ask(String question, String insteadOption) {
                throw new ConfigException(question);
            }
        };
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
                shown.add(line);
            }

            @Override
            public void progress(String what, long done, long total) {
                shown.add(what + " " + done + "/" + total);
            }

            @Override
            public void close() {
                // nothing to leave
            }
        };
    }
}
