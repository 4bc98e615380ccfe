/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import dev.tendon.api.device.Dialog;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps what a verb says. */
final class FakeConsole implements Console, Live {
    final BlockingQueue<String> out = new LinkedBlockingQueue<>();
    final List<String> err = new CopyOnWriteArrayList<>();
    final Map<String, Object> json = new LinkedHashMap<>();

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
        json.putAll(object);
    }

    @Override
    public Dialog dialog() {
        throw new AssertionError("Nobody is asked anything");
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
        return this;
    }

    @Override
    public void show(List<String> block, String line) {
        // not asked for
    }

    @Override
    public void progress(String what, long done, long total) {
        // not asked for
    }

    @Override
    public void close() {
        // nothing to let go of
    }
}
