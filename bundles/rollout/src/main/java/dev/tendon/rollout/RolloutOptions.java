/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.robot.RobotType;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Reconnection;
import dev.tendon.shell.session.DisplayMode;
import dev.tendon.shell.session.DisplayOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of {@code tendon rollout}: those of lerobot-rollout 0.6 ({@code rollout/configs.py}), the watchdog, and reconnecting. */
@Describe(
        "Let a policy drive a robot, until Ctrl-C or --duration. At the end the robot goes back in 3 s to where it was at the start")
record RolloutOptions(
        @Describe("The robot, and its cameras") Chosen<RobotType<?>> robot,
        @Describe("The policy; --policy.path names its checkpoint") Chosen<PolicyType<?>> policy,
        StrategyOptions strategy,
        InferenceOptions inference,
        @Describe(value = "How long; 0: until Ctrl-C", unit = "s") @Default("0") double duration,
        @Describe(value = "Actions of the policy per second: that of its dataset", unit = "Hz") @Default("30")
                double fps,
        @Describe("The task in words, for policies that understand them") @Default("") String task,
        @Describe("Goals sent for each action, in a straight line from the one before: the loop runs at fps times this")
                @Default("1")
                int interpolationMultiplier,
        @Describe("The policy's names for cameras, by the robot's: {observation.images.front: observation.images.top}")
                @Default("{}")
                Map<String, String> renameMap,
        @Describe("Go back in 3 s to where the robot was at the start; else it stays where it is") @Default("true")
                boolean returnToInitialPosition,
        @Describe("Where the policy runs, as --policy.device") Optional<String> device,
        @Describe(value = "A tick that takes longer ends the session: the robot is taken from its driver", unit = "ms")
                @Default("500")
                int watchdogMs,
        @Describe(
                        value =
                                "How long a lost robot may take to come back, its plug put in again; the last goal is held meanwhile; 0: the rollout ends",
                        unit = "s")
                @Default("10")
                double reconnectS,
        @Describe("Steer by commands (/start, /reset, /stop): not here yet") @Default("false") boolean interactive,
        @Describe("Go on with a dataset: for strategies that record") @Default("false") boolean resume,
        @NoEffect("nothing is spoken in this strategy") @Describe("Speak what happens") @Default("true")
                boolean playSounds,
        @NoEffect("it is for policies that answer in words")
                @Describe("Seconds between two questions for the next task")
                @Default("10")
                double autosteerIntervalS,
        @NoEffect("ONNX Runtime optimises the network in any case") @Describe("Compile the policy") @Default("false")
                boolean useTorchCompile,
        @NoEffect("nothing is compiled by PyTorch") @Describe("Compiler") @Default("inductor")
                String torchCompileBackend,
        @NoEffect("nothing is compiled by PyTorch") @Describe("Its mode") @Default("default") String torchCompileMode,
        @NoEffect("the policy runs once before the robot moves") @Describe("Plans before the robot moves") @Default("2")
                int compileWarmupInferences,
        @Describe("Show joints, cameras and timing in the browser; the address is printed") @Default("false")
                boolean displayData,
        @Describe("Kind of live view; rerun and foxglove are LeRobot's, and show Tendon's page") @Default("browser")
                DisplayMode displayMode,
        @Describe("Address of this machine to serve the live view on, a loopback one; empty: 127.0.0.1")
                Optional<String> displayIp,
        @Describe("Port of the live view; empty or 0: a free one") Optional<Integer> displayPort,
        @NoEffect("the browser gets JPEG in any case") @Describe("Compress pictures of the live view") @Default("false")
                boolean displayCompressedImages) {
    /** LeRobot 0.6, {@code rollout/strategies/core.py}. */
    private static final Duration WAY_BACK = Duration.ofSeconds(3);

    private static final double LONGEST_RECONNECT_S = 3600;
    private static final double LONGEST_S = 365.0 * 24 * 3600;
    private static final double NS_PER_S = 1e9;

    RolloutOptions {
        List<String> problems = new ArrayList<>();
        if (inference.type() == InferenceType.RTC) {
            problems.add("--inference.type=rtc is for policies that plan by flow matching (pi0, SmolVLA); \""
                    + policy.type() + "\" does not. Leave it out: plans are made beside the loop in any case");
        }
        if (interactive) {
            problems.add("--interactive=true is not here yet");
        }
        if (resume) {
            problems.add("--resume=true: --strategy.type=base records nothing that could be gone on with");
        }
        if (!(duration >= 0 && duration <= LONGEST_S)) {
            problems.add("--duration is 0 (until Ctrl-C) or a number of seconds, not " + duration);
        }
        if (!(fps > 0)) {
            problems.add("--fps is above 0, not " + fps);
        }
        if (interpolationMultiplier < 1) {
            problems.add("--interpolation_multiplier is at least 1, not " + interpolationMultiplier);
        }
        if (!(reconnectS >= 0 && reconnectS <= LONGEST_RECONNECT_S)) {
            problems.add("--reconnect_s is from 0 (never) to 3600 seconds, not " + reconnectS);
        }
        if (watchdogMs < 1) {
            problems.add("--watchdog_ms is at least 1, not " + watchdogMs);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** The policy, on the device that was asked for. */
    Drive drive() {
        Chosen<PolicyType<?>> chosen = policy;
        if (device.isPresent()) {
            Map<String, Object> options = new LinkedHashMap<>(policy.options());
            options.put("device", device.get());
            chosen = new Chosen<>(policy.type(), options);
        }
        return new Drive.ByPolicy(chosen, task, interpolationMultiplier, renameMap);
    }

    /** Ticks per second. */
    double loopFps() {
        return fps * interpolationMultiplier;
    }

    LoopSettings loop() {
        LoopSettings settings = new LoopSettings(
                        loopFps(),
                        Duration.ofMillis(watchdogMs),
                        false,
                        duration > 0
                                ? Optional.of(Duration.ofNanos(Math.round(duration * NS_PER_S)))
                                : Optional.empty())
                .reconnecting(Reconnection.within(Duration.ofNanos(Math.round(reconnectS * NS_PER_S))));
        return returnToInitialPosition ? settings.goingBack(WAY_BACK) : settings;
    }

    DisplayOptions display() {
        return new DisplayOptions(displayData, displayMode, displayIp, displayPort);
    }
}
