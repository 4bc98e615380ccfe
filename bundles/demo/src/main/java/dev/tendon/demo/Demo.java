/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import dev.tendon.api.time.Clock;
import dev.tendon.console.report.Chart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the demo's commands in turn and makes its report. Thread: one. */
final class Demo {
    private static final double NS_PER_S = 1e9;

    private final DemoPlan plan;
    private final UserCommands commands;
    private final Consumer<String> tell;
    private final Clock clock;
    private final List<Step> steps = new ArrayList<>();

    Demo(DemoPlan plan, UserCommands commands, Consumer<String> tell, Clock clock) {
        this.plan = plan;
        this.commands = commands;
        this.tell = tell;
        this.clock = clock;
    }

    /** All of it. */
    DemoResult run() throws IOException, InterruptedException, StepFailedException {
        long start = clock.nanoTime();
        int demonstrations = plan.options().demonstrations();
        step("Records " + demonstrations + " demonstrations by a script", plan.record());
        step("Trains ACT on their pictures and joints", plan.train());
        step("Keeps the same network as it began, for comparison", plan.dontTrain());
        List<Contestant> contestants = List.of(
                evaluated(
                        "trained ACT",
                        "learned from the demonstrations",
                        "trained",
                        List.of("--policy.path=" + DemoPlan.checkpoint(plan.trained()))),
                evaluated(
                        "untrained ACT",
                        "the same network with the weights that it began with",
                        "untrained",
                        List.of("--policy.path=" + DemoPlan.checkpoint(plan.untrained()))),
                evaluated(
                        "nearest demonstration",
                        "replays, blind, the demonstration whose first picture is most like the present one",
                        "nearest",
                        List.of("--policy.type=nearest_replay", "--policy.dataset_root=" + plan.dataset())));
        step("Shows the demonstrations", plan.show());
        Path metrics = plan.trained().resolve("metrics.jsonl");
        List<Chart> curves = List.of(
                Metrics.chart(metrics, "train/l1_loss", "distance to the demonstrated actions, normalized"),
                Metrics.chart(metrics, "train/grad_norm", "norm of the gradient"));
        Path page = new DemoReport(contestants, curves, steps, "demonstrations/index.html").write(plan.report());
        return new DemoResult(
                contestants, page, plan.folder(), (clock.nanoTime() - start) / NS_PER_S, List.copyOf(steps));
    }

    private Contestant evaluated(String name, String about, String folder, List<String> policy)
            throws IOException, InterruptedException, StepFailedException {
        step("Evaluates: " + name, plan.evaluate(folder, policy));
        Contestant contestant = new Contestant(name, about, EvalInfo.read(plan.evaluation(folder)));
        tell.accept(name + ": " + contestant.successes() + " of "
                + contestant.episodes().size() + " succeeded");
        return contestant;
    }

    private void step(String title, List<String> command)
            throws IOException, InterruptedException, StepFailedException {
        tell.accept("");
        tell.accept(title + ":");
        long start = clock.nanoTime();
        commands.run(command);
        steps.add(new Step(title, UserCommands.typed(command), (clock.nanoTime() - start) / NS_PER_S));
    }
}
