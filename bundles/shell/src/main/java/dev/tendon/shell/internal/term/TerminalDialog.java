/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.LiveView;
import dev.tendon.api.option.ConfigException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks on stderr and reads stdin. An interrupt while it waits for an answer, or shows something, ends in {@link
 * CancellationException}.
 */
final class TerminalDialog implements Dialog {
    private final LineReader lines;
    private final Consumer<String> say;
    private final Supplier<LiveBlock> blocks;
    private final boolean interactive;

    /**
     * A dialog.
     *
     * @param say prints a line, above a block where there is one
     * @param blocks begins a block for what is watched
     * @param interactive whether somebody can answer
     */
    TerminalDialog(LineReader lines, Consumer<String> say, Supplier<LiveBlock> blocks, boolean interactive) {
        this.lines = lines;
        this.say = say;
        this.blocks = blocks;
        this.interactive = interactive;
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public void say(String line) {
        say.accept(line);
    }

    @Override
    public String ask(String question, String insteadOption) {
        begin(question, insteadOption);
        return answer(question, insteadOption);
    }

    /** Redraws ten times a second at most; a terminal that cannot redraw, or none on stderr, gets a line now and then. */
    @Override
    public void watch(String prompt, LiveView view, String insteadOption) throws DeviceException {
        begin(prompt, insteadOption);
        try (LiveBlock block = blocks.get()) {
            do {
                List<String> state = view.next();
                block.show(state, String.join("\n", state));
                if (Thread.currentThread().isInterrupted()) {
                    throw interrupted(prompt);
                }
            } while (!lines.ready());
            block.enterTyped();
            answer(prompt, insteadOption);
        }
    }

    private void begin(String question, String insteadOption) {
        if (!interactive) {
            throw new ConfigException(unanswered(question, insteadOption, "there is no terminal to answer on"));
        }
        say.accept(question);
    }

    private String answer(String question, String insteadOption) {
        try {
            return lines.next()
                    .orElseThrow(() -> new ConfigException(unanswered(question, insteadOption, "the input ended")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(question);
        }
    }

    private static CancellationException interrupted(String question) {
        return new CancellationException("interrupted at the question: " + question);
    }

    private static String unanswered(String question, String insteadOption, String why) {
        String advice = "Run it on a terminal" + (insteadOption.isEmpty() ? "" : ", or give " + insteadOption);
        return "A question needs an answer, and " + why + ". " + advice + ". The question: " + question.strip();
    }
}
