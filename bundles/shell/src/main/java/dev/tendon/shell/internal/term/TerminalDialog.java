/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.term;

import dev.tendon.api.device.Dialog;
import dev.tendon.api.option.ConfigException;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Asks on stderr and reads stdin. An interrupt while it waits for an answer ends in {@link CancellationException}. */
final class TerminalDialog implements Dialog {
    private final LineReader lines;
    private final Consumer<String> say;
    private final boolean interactive;

    TerminalDialog(LineReader lines, Consumer<String> say, boolean interactive) {
        this.lines = lines;
        this.say = say;
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
        if (!interactive) {
            throw new ConfigException(unanswered(question, insteadOption, "there is no terminal to answer on"));
        }
        say.accept(question);
        try {
            return lines.next()
                    .orElseThrow(() -> new ConfigException(unanswered(question, insteadOption, "the input ended")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted at the question: " + question);
        }
    }

    private static String unanswered(String question, String insteadOption, String why) {
        String advice = insteadOption.isEmpty() ? "Run it on a terminal" : "Decide with " + insteadOption;
        return "A question needs an answer, and " + why + ": \"" + question.strip() + "\". " + advice;
    }
}
