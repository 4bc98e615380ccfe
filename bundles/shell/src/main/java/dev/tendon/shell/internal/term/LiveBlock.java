/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import dev.tendon.api.time.Clock;
import dev.tendon.shell.Live;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The block at the bottom of the terminal, or lines now and then. Thread: any; guarded by the console's lock. */
final class LiveBlock implements Live {
    private static final long REDRAW_NS = 100_000_000L;
    private static final long FIRST_LINE_NS = 1_000_000_000L;
    private static final long LINES_NS = 10_000_000_000L;
    private static final int BAR_CELLS = 30;
    private static final String ERASE_LINE = "\u001b[2K";
    private static final String ERASE_BELOW = "\u001b[0J";

    private final PrintStream err;
    private final TerminalInfo terminal;
    private final Clock clock;
    private final Object lock;
    private List<String> block = List.of();
    private int drawn;
    private boolean closed;
    private long dueNs;

    private Runnable onClose = () -> {};

    LiveBlock(PrintStream err, TerminalInfo terminal, Clock clock, Object lock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.lock = lock;
        dueNs = clock.nanoTime() + (redraws() ? 0 : FIRST_LINE_NS);
    }

    private boolean redraws() {
        return terminal.err() && terminal.ansi();
    }

    @Override
    public void show(List<String> lines, String line) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            block = List.copyOf(lines);
            long now = clock.nanoTime();
            if (now - dueNs < 0) {
                return;
            }
            if (redraws()) {
                dueNs = now + REDRAW_NS;
                draw();
            } else {
                dueNs = now + LINES_NS;
                if (!line.isEmpty()) {
                    err.println(line);
                }
            }
        }
    }

    @Override
    public void progress(String what, long done, long total) {
        if (total <= 0) {
            show(List.of(what + " " + done), what + " " + done);
            return;
        }
        int percent = (int) (100 * done / total);
        int filled = (int) (BAR_CELLS * done / total);
        String bar = "█".repeat(filled) + "░".repeat(BAR_CELLS - filled);
        show(
                List.of(String.format(Locale.ROOT, "%s %s %3d %% (%d of %d)", what, bar, percent, done, total)),
                String.format(Locale.ROOT, "%s: %d %% (%d of %d)", what, percent, done, total));
    }

    /** The terminal has shown the end of a line that the user typed: the cursor is a line lower. */
    void enterTyped() {
        synchronized (lock) {
            if (drawn > 0) {
                drawn++;
            }
        }
    }

    /** Prints something above the block. */
    void above(Runnable print) {
        erase();
        print.run();
        if (!closed && redraws() && !block.isEmpty()) {
            draw();
        }
    }

    private void draw() {
        StringBuilder text = new StringBuilder();
        up(text);
        for (String line : block) {
            int end = Math.min(line.length(), Math.max(1, terminal.width() - 1));
            text.append(ERASE_LINE).append(line, 0, end).append('\n');
        }
        if (drawn > block.size()) {
            text.append(ERASE_BELOW);
        }
        drawn = block.size();
        err.print(text);
        err.flush();
    }

    private void erase() {
        if (drawn == 0) {
            return;
        }
        StringBuilder text = new StringBuilder();
        up(text);
        err.print(text.append(ERASE_BELOW));
        err.flush();
        drawn = 0;
    }

    private void up(StringBuilder text) {
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append("A\r");
        }
    }

    /** What is undone when this closes. */
    void onClose(Runnable undo) {
        onClose = undo;
    }

    @Override
    public void close() {
        onClose.run();
        onClose = () -> {};
        synchronized (lock) {
            if (!closed && redraws() && !block.isEmpty()) {
                draw();
            }
            closed = true;
            drawn = 0;
        }
    }
}
