/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.desk;

import dev.tendon.api.device.Dialog;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a verb says. Nobody is there to answer. */
final class FakeConsole implements Console, Dialog {
    final List<String> out = new ArrayList<>();
    final Map<String, Object> json = new LinkedHashMap<>();

    @Override
    public void out(String line) {
        out.add(line);
    }

    @Override
    public void err(String line) {
        // not looked at
    }

    @Override
    public boolean json() {
        return false;
    }

    @Override
    public void json(Map<String, ?> object) {
        json.putAll(object);
    }

    @Override
    public Dialog dialog() {
        return this;
    }

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
        throw new AssertionError(question);
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
        throw new AssertionError("nothing is shown live");
    }
}
