/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.HasTrainedRange;
import dev.tendon.api.policy.Policy;
import dev.tendon.checkpoint.CheckpointException;
import dev.tendon.lib.onnxruntime.Natives;
import dev.tendon.nn.onnx.OnnxEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActPolicyTest {
    @TempDir
    Path home;

    private ActType type;

    @BeforeEach
    void makeType() {
        type = new ActType(new OnnxEngine(new Natives(home, "test")));
    }

    @Test
    void plansAChunkFromWhatTheRobotObserves() throws IOException {
        Desk desk = Desk.fitting();
        FrameBuffer frame = desk.observation(1);
        try (Policy policy = type.create(Configs.of(Golden.path("golden")), desk)) {
            policy.warmUp();
            Desk.Plan plan = desk.new Plan();
            policy.plan(desk.seen(frame), plan);

            assertThat(policy.chunkSize()).isEqualTo(8);
            assertThat(policy.actionSteps()).isEqualTo(8);
            assertThat(plan.length()).isEqualTo(8);
            assertThat(plan.numbers()).containsExactly(Expected.actions(frame, home), Offset.offset(1e-5f));
        }
    }

    @Test
    void decidesNothingWithoutAPictureOrANumber() throws IOException {
        Desk desk = Desk.fitting();
        FrameBuffer blind = new FrameBuffer(desk.observationFeatures().layout());
        FrameBuffer numb = desk.observation(1);
        numb.value(3, Double.NaN);
        try (Policy policy = type.create(Configs.of(Golden.path("golden")), desk)) {
            for (FrameBuffer frame : List.of(blind, numb)) {
                Desk.Plan plan = desk.new Plan();
                policy.plan(desk.seen(frame), plan);
                assertThat(plan.length()).isZero();
            }
        }
    }

    @Test
    void weighsItsPredictionsWhereThatIsAskedFor() throws IOException {
        Desk desk = Desk.fitting();
        ActConfig config =
                Configs.of(Golden.path("golden"), Map.of("temporal_ensemble_coeff", 0.01, "n_action_steps", 1));
        try (Policy policy = type.create(config, desk)) {
            Desk.Plan first = desk.new Plan();
            policy.plan(desk.seen(desk.observation(1)), first);
            Desk.Plan second = desk.new Plan();
            policy.plan(desk.seen(desk.observation(2)), second);
            policy.reset();
            Desk.Plan alone = desk.new Plan();
            policy.plan(desk.seen(desk.observation(2)), alone);

            assertThat(policy.chunkSize()).isEqualTo(1);
            assertThat(first.length()).isEqualTo(1);
            assertThat(second.numbers()).isNotEqualTo(alone.numbers());
        }
    }

    @Test
    void namesEveryDifferenceToTheRobot() throws IOException {
        ActConfig config = Configs.of(Golden.path("golden"));
        Desk other = new Desk(7, 48, 64, List.of("top", "side"));

        assertThatThrownBy(() -> type.create(config, other))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("trained on 6 numbers")
                .hasMessageContaining("actions have 6 numbers")
                .hasMessageContaining("camera \"top\" gives 64x48 pictures; it was trained on 96x64")
                .hasMessageContaining("no camera for \"observation.images.wrist\" among [top, side]");
    }

    @Test
    void findsARenamedCamera() throws IOException {
        Path folder = copy(Golden.path("golden"));
        Path file = folder.resolve("policy_preprocessor.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "\"rename_map\": {}",
                                "\"rename_map\": {\"observation.images.side\": \"observation.images.wrist\"}"));

        type.create(Configs.of(folder), new Desk(6, 64, 96, List.of("top", "side")))
                .close();
    }

    @Test
    void refusesAStepThatItDoesNotKnowByName() throws IOException {
        Path folder = copy(Golden.path("golden"));
        Path file = folder.resolve("policy_preprocessor.json");
        Files.writeString(file, Files.readString(file).replace("to_batch_processor", "tokenizer_processor"));
        ActConfig config = Configs.of(folder);

        assertThatThrownBy(() -> type.create(config, Desk.fitting()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(CheckpointException.class)
                .hasMessageContaining("tokenizer_processor")
                .hasMessageContaining(file.toString());
    }

    @Test
    void refusesStatisticsOfAnotherDatasetBeforeAnythingIsLoaded() throws IOException {
        Path folder = copy(Golden.path("golden"));
        Path file = folder.resolve("config.json");
        Files.writeString(file, Files.readString(file).replaceAll("\"shape\": \\[\\s*6\\s*\\]", "\"shape\": [7]"));
        ActConfig config = Configs.of(folder);

        assertThatThrownBy(() -> type.create(config, new Desk(7, 64, 96, List.of("top", "wrist"))))
                .hasMessageContaining("\"observation.state\" has the shape [7], its statistics [6]")
                .hasMessageContaining("\"action\" has the shape [7], its statistics [6]");
    }

    @Test
    void knowsTheActionsThatItWasTrainedOn() throws IOException {
        Desk desk = Desk.fitting();
        FrameBuffer low = new FrameBuffer(desk.actionFeatures().layout());
        FrameBuffer high = new FrameBuffer(desk.actionFeatures().layout());
        try (Policy policy = type.create(Configs.of(Golden.path("golden")), desk)) {
            ((HasTrainedRange) policy).trainedRange(low, high);
        }
        for (int slot = 0; slot < 6; slot++) {
            assertThat(high.value(slot)).isGreaterThan(low.value(slot));
        }
    }

    @Test
    void refusesWeightsThatAreNotThoseOfItsOptions() throws IOException {
        ActConfig config = Configs.of(Golden.path("golden"), Map.of("dim_feedforward", 64));
        try (Policy policy = type.create(config, Desk.fitting())) {
            assertThatThrownBy(policy::warmUp)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("model.encoder.layers.0.linear1.weight is [48, 32]")
                    .hasMessageContaining("[64, 32]");
        }
    }

    @Test
    void takesTheCheckpointsDeviceWhereItIsAndAnotherWhereItIsNot() throws IOException {
        Path folder = copy(Golden.path("golden"));
        Path file = folder.resolve("config.json");
        Files.writeString(file, Files.readString(file).replace("\"device\": \"cpu\"", "\"device\": \"mps\""));

        try (Policy trainedElsewhere = type.create(Configs.of(folder), Desk.fitting())) {
            trainedElsewhere.warmUp();
        }
        ActConfig asked = Configs.of(folder, Map.of("device", "xpu"));
        assertThatThrownBy(() -> type.create(asked, Desk.fitting()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("xpu")
                .hasMessageContaining("cpu");
    }

    @Test
    void refusesOptionsThatContradictEachOther() {
        assertThatThrownBy(() -> Configs.of(
                        Golden.path("golden"),
                        Map.of("n_action_steps", 9, "n_heads", 5, "temporal_ensemble_coeff", 0.1)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("n_action_steps")
                .hasMessageContaining("dim_model")
                .hasMessageContaining("temporal_ensemble_coeff");
    }

    @Test
    void asksForACheckpointWhereNoneIsNamed() throws IOException {
        Path folder = Files.createDirectory(home.resolve("empty"));
        Files.copy(Golden.path("golden/config.json"), folder.resolve("config.json"));
        ActConfig config = Configs.of(folder);

        assertThatThrownBy(() -> type.create(config, Desk.fitting()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("model.safetensors")
                .hasMessageContaining(folder.toString());
    }

    private Path copy(Path folder) throws IOException {
        Path copy = Files.createDirectory(home.resolve("copy"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }
}
