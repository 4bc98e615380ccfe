/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.robot.RobotType;
import dev.tendon.api.teleoperator.TeleoperatorType;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.Reconnection;
import dev.tendon.shell.session.DisplayMode;
import dev.tendon.shell.session.DisplayOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of {@code tendon record}: those of lerobot-record 0.6 and 2025, the watchdog, and what becomes of unfinished episodes. */
@Describe(
        "Record episodes into a dataset. Keys: → or n ends the episode, or the reset phase; ← or r records the episode again, "
                + "after the reset phase; Esc or q saves the episode so far and ends. Without a terminal the letters are read from stdin, "
                + "SIGUSR1 is →, SIGURG is ←. Ctrl-C and SIGTERM stop the robot safely; the running episode stays in the journal, and "
                + "--resume=true offers it")
record RecordOptions(
        @Describe("The robot, and its cameras") Chosen<RobotType<?>> robot,
        @Describe("What drives it; it also drives in the reset phase") Optional<Chosen<TeleoperatorType<?>>> teleop,
        @Describe("A policy that drives it instead, as in LeRobot 2025 (0.6 has rollout); it rests in the reset phase")
                Optional<Chosen<PolicyType<?>>> policy,
        RecordDatasetOptions dataset,
        @Describe("Record further episodes into a dataset that is there") @Default("false") boolean resume,
        @Describe("With --resume: an unfinished episode in the journal is saved (keep), dropped, or asked about")
                @Default("ask")
                Recover recover,
        @Describe(
                        "An episode that a lost device, a camera without pictures or a full disk cuts short is saved, or dropped")
                @Default("keep")
                Partial partial,
        @Describe("Speak what happens; where there is no voice, the bell rings") @Default("true") boolean playSounds,
        @Describe(value = "A tick that takes longer ends the session: the robot is taken from its driver", unit = "ms")
                @Default("500")
                int watchdogMs,
        @Describe(
                        value =
                                "How long a lost robot or leader may take to come back, its plug put in again; the last goal is held meanwhile; 0: the recording ends",
                        unit = "s")
                @Default("10")
                double reconnectS,
        @Describe(
                        value =
                                "How long the robot takes at the start from where it is to the teleoperator's pose; the first episode begins then; 0: at once, as in LeRobot",
                        unit = "s")
                @Default("1")
                double softStartS,
        @Describe(
                        "On the simulator's own clock, as fast as the work allows; for a simulated arm with simulated cameras")
                @Default("false")
                boolean simulatedTime,
        @Describe("Show joints, cameras and timing in the browser; the address is printed") @Default("false")
                boolean displayData,
        @Describe("Kind of live view; rerun and foxglove are LeRobot's, and show Tendon's page") @Default("browser")
                DisplayMode displayMode,
        @Describe("Address of this machine to serve the live view on, a loopback one; empty: 127.0.0.1")
                Optional<String> displayIp,
        @Describe("Port of the live view; empty or 0: a free one") Optional<Integer> displayPort,
        @NoEffect("the browser gets JPEG in any case") @Describe("Compress pictures of the live view") @Default("false")
                boolean displayCompressedImages) {
    private static final double LONGEST_RECONNECT_S = 3600;
    private static final double LONGEST_SOFT_START_S = 60;

    RecordOptions {
        List<String> problems = new ArrayList<>();
        if (teleop.isEmpty() && policy.isEmpty()) {
            problems.add(
                    "What drives the robot? Choose a teleoperator with --teleop.type, or a policy with --policy.path "
                            + "or --policy.type");
        }
        if (teleop.isPresent() && policy.isPresent()) {
            problems.add("A teleoperator and a policy at once are not possible: leave out --teleop or --policy. In the "
                    + "reset phase a policy rests, and the robot holds");
        }
        Optional<String> name = dataset.repoId().map(id -> id.substring(id.indexOf('/') + 1));
        boolean evaluation =
                name.map(n -> n.startsWith("eval_") || n.startsWith("rollout_")).orElse(false);
        if (policy.isEmpty() && evaluation && !resume) {
            problems.add("--dataset.repo_id: names that begin with eval_ or rollout_ are for what a policy did; choose "
                    + "another one for " + name.get());
        }
        if (policy.isPresent() && name.isPresent() && !evaluation) {
            problems.add("--dataset.repo_id: what a policy does is recorded under a name that begins with eval_ (or "
                    + "rollout_), so that nobody trains on it by mistake: eval_" + name.get());
        }
        if (!(reconnectS >= 0 && reconnectS <= LONGEST_RECONNECT_S)) {
            problems.add("--reconnect_s is from 0 (never) to 3600 seconds, not " + reconnectS);
        }
        if (!(softStartS >= 0 && softStartS <= LONGEST_SOFT_START_S)) {
            problems.add("--soft_start_s is from 0 (none) to 60 seconds, not " + softStartS);
        }
        if (simulatedTime) {
            SimulatedOnly.check(robot, problems);
        }
        if (watchdogMs < 1) {
            problems.add("--watchdog_ms is at least 1, not " + watchdogMs);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    Drive drive() {
        return teleop.<Drive>map(Drive.ByTeleoperator::new)
                .orElseGet(() -> new Drive.ByPolicy(policy.orElseThrow(), dataset.singleTask()));
    }

    /** In words. */
    String driver() {
        return teleop.map(Chosen::type).orElseGet(() -> policy.orElseThrow().type());
    }

    Reconnection reconnection() {
        return simulatedTime ? Reconnection.NEVER : Reconnection.within(Duration.ofNanos(Math.round(reconnectS * 1e9)));
    }

    /** A policy plans from where the robot is. */
    Duration softStart() {
        return teleop.isPresent() ? Duration.ofNanos(Math.round(softStartS * 1e9)) : Duration.ZERO;
    }

    DisplayOptions display() {
        return new DisplayOptions(displayData, displayMode, displayIp, displayPort);
    }
}
