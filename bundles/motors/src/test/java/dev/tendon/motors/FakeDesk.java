/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.device.Lease;
import dev.tendon.api.device.LiveView;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SimulatedClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A person at the desk who follows a script: for each prompt, what the hands do and what is typed. */
final class FakeDesk implements DeviceContext, Dialog {
    private static final Runnable NOTHING = () -> {};

    private final Deque<Step> script = new ArrayDeque<>();
    /** Prompts and what was said, in order. */
    final List<String> heard = new ArrayList<>();

    /** The table that was shown last. */
    List<String> table = List.of();

    private record Step(String typed, List<Runnable> moves) {}

    /** At the next prompt: types this. */
    FakeDesk types(String answer) {
        script.add(new Step(answer, List.of(NOTHING)));
        return this;
    }

    /** At the next prompt: moves the arm and presses ENTER; a live view is read after each of the moves. */
    FakeDesk moves(Runnable... moves) {
        script.add(new Step("", moves.length == 0 ? List.of(NOTHING) : List.of(moves)));
        return this;
    }

    boolean scriptIsDone() {
        return script.isEmpty();
    }

    private Step step(String prompt) {
        heard.add(prompt);
        Step step = script.poll();
        if (step == null) {
            throw new ConfigException("nobody answers: " + prompt);
        }
        return step;
    }

    @Override
    public boolean interactive() {
        return !script.isEmpty();
    }

    @Override
    public void say(String line) {
        heard.add(line);
    }

    @Override
    public String ask(String question, String insteadOption) {
        Step step = step(question + (insteadOption.isEmpty() ? "" : " [" + insteadOption + "]"));
        step.moves().forEach(Runnable::run);
        return step.typed();
    }

    @Override
    public void watch(String prompt, LiveView view, String insteadOption) throws DeviceException {
        for (Runnable move : step(prompt).moves()) {
            move.run();
            table = view.next();
        }
    }

    @Override
    public String label() {
        return "so101_follower \"left\"";
    }

    @Override
    public Clock clock() {
        return new SimulatedClock(0);
    }

    @Override
    public Dialog dialog() {
        return this;
    }

    @Override
    public void granted(Lease lease) {
        // None is needed.
    }

    @Override
    public void ended(Lease lease) {
        // None is needed.
    }
}
