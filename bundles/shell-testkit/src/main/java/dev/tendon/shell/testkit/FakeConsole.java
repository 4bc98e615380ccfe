/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.testkit;

import dev.tendon.api.device.Dialog;
import dev.tendon.api.option.ConfigException;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a verb says, and gives the answers that were laid out. Without one, nobody is there to answer. */
public final class FakeConsole implements Console, Dialog {
    public final List<String> out = new ArrayList<>();
    public final List<String> err = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    public final List<List<String>> shown = new ArrayList<>();
    public final Map<String, Object> json = new LinkedHashMap<>();
    public final Deque<Answer> answers = new ArrayDeque<>();

    /** What the user does and types when asked. */
    @FunctionalInterface
    public interface Answer {
        String give();
    }

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
        json.clear();
        json.putAll(object);
    }

    @Override
    public Dialog dialog() {
        return this;
    }

    @Override
    public boolean interactive() {
        return !answers.isEmpty();
    }

    @Override
    public void say(String line) {
        err(line);
    }

    @Override
    public String ask(String question, String insteadOption) {
        asked.add(question);
        if (answers.isEmpty()) {
            throw new ConfigException("Nobody answers \"" + question + "\"; give " + insteadOption);
        }
        return answers.remove().give();
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
                shown.add(List.copyOf(block));
            }

            @Override
            public void progress(String what, long done, long total) {
                show(List.of(what), what);
            }

            @Override
            public void close() {
                // nothing to let go of
            }
        };
    }

    /** The result, as text. */
    public String text() {
        return String.join("\n", out);
    }
}
