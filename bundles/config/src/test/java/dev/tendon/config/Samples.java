/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.api.camera.CameraType;
import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.Alias;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.IndexOrPath;
import dev.tendon.api.option.NoEffect;
import dev.tendon.api.option.PerJoint;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.api.robot.RobotType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A verb's options and a few choices, of every shape that options have. */
final class Samples {
    private Samples() {}

    @Describe("Records episodes of a robot into a dataset")
    record Record(
            @Describe("The robot to drive") Chosen<RobotType<?>> robot,
            @Describe("The policy that drives it; none: a person does") Optional<Chosen<PolicyType<?>>> policy,
            Dataset dataset,
            @Describe(value = "Rate of the control loop", unit = "Hz") @Default("30") int fps,
            @Describe(value = "When to end; 0: never", unit = "s")
                    @Default("0")
                    @Alias(value = "control_time_s", from = "LeRobot 2025")
                    double teleopTimeS,
            @Describe("Say the phases aloud") @Default("true") boolean playSounds,
            @Describe("Where pictures go") @NoEffect("pictures open in the browser") Optional<String> displayIp,
            @Describe("How to end an episode") @Default("ask") Ending ending) {}

    @Describe("Where and how to store what is recorded")
    record Dataset(
            @Describe("Folder of the dataset") Path root,
            @Describe("Episodes to take; none: all") Optional<List<Integer>> episodes,
            List<String> tags,
            @Default("false") boolean private_,
            Encoder rgbEncoder) {}

    @Describe("Video encoding")
    record Encoder(
            @Default("libsvtav1") String vcodec,
            @Describe("Constant quality; lower is better") @Default("30") int crf,
            Map<String, Object> extraOptions) {
        Encoder {
            if (crf < 0 || crf > 63) {
                throw new IllegalArgumentException("crf is " + crf + ", outside 0 to 63");
            }
        }
    }

    enum Ending {
        ASK,
        @Alias("save_episode")
        SAVE,
        DISCARD_EPISODE
    }

    record Arm(
            @Describe("Serial port of the arm; sim: takes the simulator") @Alias("serial_port") String port,
            @Describe("Name of the arm") Optional<String> id,
            @Describe("Switch the motors off on disconnect") @Default("true") boolean disableTorqueOnDisconnect,
            @Describe(value = "Largest step in one tick: a number, or one by joint", unit = "deg")
                    Optional<PerJoint> maxRelativeTarget,
            @Describe("Cameras by name") Map<String, Chosen<CameraType<?>>> cameras) {}

    record Cart(@Describe("Address of the cart") String remoteIp, @Default("5555") int port) {}

    record Webcam(
            IndexOrPath indexOrPath,
            int width,
            int height,
            @Default("30") @Describe(value = "", unit = "Hz") int fps) {}

    record Act(
            @Default("100") int chunkSize,
            @Default("0.1") double dropout,
            Optional<Path> pretrainedPath,
            Map<String, String> normalizationMapping) {}

    record Hold() {
        Hold {
            // nothing to check
        }
    }

    record Picky(int a, int b) {
        Picky {
            if (a > b) {
                throw new ConfigException(List.of("a is above b", "swap them"));
            }
        }
    }

    /** A catalog that is a list. */
    static ChoiceCatalog catalog() {
        return new FixedCatalog(List.of(
                entry("robot", "arm_follower", List.of("old_arm"), "A six-axis arm", Arm.class),
                entry("robot", "cart", List.of(), "A cart with an arm on it", Cart.class),
                entry("camera", "opencv", List.of(), "A webcam", Webcam.class),
                entry("policy", "act", List.of(), "Action chunking with transformers", Act.class),
                entry("policy", "hold", List.of(), "Keeps the last goal", Hold.class)));
    }

    private static ChoiceEntry entry(
            String registry,
            String name,
            List<String> aliases,
            String description,
            Class<? extends java.lang.Record> type) {
        return new ChoiceEntry(
                new ChoiceInfo(registry, name, aliases, "dev.example." + name, "1.2.3", description), type);
    }

    private record FixedCatalog(List<ChoiceEntry> entries) implements ChoiceCatalog {
        @Override
        public List<ChoiceInfo> list() {
            return entries.stream().map(ChoiceEntry::info).toList();
        }

        @Override
        public Optional<ChoiceEntry> find(String registry, String nameOrAlias) {
            return entries.stream()
                    .filter(entry -> entry.info().registry().equals(registry))
                    .filter(entry -> entry.info().name().equals(nameOrAlias)
                            || entry.info().aliases().contains(nameOrAlias))
                    .findFirst();
        }

        @Override
        public List<RefusedChoice> refused() {
            return List.of();
        }
    }
}
