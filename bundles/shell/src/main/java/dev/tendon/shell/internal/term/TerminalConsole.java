/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import dev.tendon.api.device.Dialog;
import dev.tendon.api.time.Clock;
import dev.tendon.config.Json;
import dev.tendon.shell.Console;
import dev.tendon.shell.Keys;
import java.util.LinkedHashMap;
import java.util.Map;

/** One verb's console, over three streams. Thread: any; lines never mix. */
public final class TerminalConsole implements Console {
    private final Streams streams;
    private final TerminalInfo terminal;
    private final boolean json;
    private final Clock clock;
    private final TerminalDialog dialog;
    private final Map<String, Object> result = new LinkedHashMap<>();
    private LiveBlock live;
    private boolean printed;

    public TerminalConsole(Streams streams, TerminalInfo terminal, boolean json, Clock clock) {
        this.streams = streams;
        this.terminal = terminal;
        this.json = json;
        this.clock = clock;
        dialog = new TerminalDialog(
                new LineReader(streams.in()), this::err, this::live, terminal.in() && terminal.err());
        live = newBlock();
        live.close();
    }

    private LiveBlock newBlock() {
        return new LiveBlock(streams.err(), terminal, clock, this);
    }

    @Override
    public synchronized void out(String line) {
        if (json) {
            return;
        }
        if (terminal.out()) {
            live.above(() -> streams.out().println(line));
        } else {
            streams.out().println(line);
        }
    }

    @Override
    public synchronized void err(String line) {
        live.above(() -> streams.err().println(line));
    }

    @Override
    public boolean json() {
        return json;
    }

    @Override
    public synchronized void json(Map<String, ?> object) {
        result.clear();
        result.putAll(object);
    }

    @Override
    public synchronized void jsonNow(Map<String, ?> object) {
        if (json) {
            streams.out().println(Json.line(object));
            streams.out().flush();
            result.clear();
            printed = true;
        }
    }

    /** There is no result. */
    public synchronized void noJson() {
        printed = true;
    }

    /** Adds to the result, over what the verb gave; printed also where a result was printed before. */
    public synchronized void addToJson(Map<String, ?> more) {
        printed = false;
        result.putAll(more);
    }

    @Override
    public Dialog dialog() {
        return dialog;
    }

    @Override
    public Keys keys() {
        return TerminalKeys.open(streams.in(), terminal.in(), clock);
    }

    @Override
    public boolean interactive() {
        return terminal.err();
    }

    @Override
    public int width() {
        return terminal.width();
    }

    @Override
    public boolean color() {
        return terminal.color();
    }

    @Override
    public synchronized LiveBlock live() {
        live.close();
        LiveBlock block = newBlock();
        if (terminal.err() && terminal.ansi()) {
            block.onClose(Streams.divertErr(this::err)); // a log line would tear the block, and be erased with it
        }
        live = block;
        return block;
    }

    /** Ends what is shown and prints the result for {@code --json}. Once, after the verb. */
    public synchronized void finish() {
        live.close();
        streams.err().flush();
        if (json && !printed) {
            streams.out().println(Json.line(result));
        }
        streams.out().flush();
    }
}
