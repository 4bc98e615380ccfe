/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.tendon.api.option.ConfigException;
import dev.tendon.safetensors.SafeTensors;
import dev.tendon.safetensors.SafeTensorsWriter;
import dev.tendon.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    @TempDir
    Path temporary;

    private final Rig rig = new Rig();

    @Test
    void itLearns() throws IOException {
        rig.train(rig.options(run(), Map.of("steps", 150, "batch_size", 8)));

        assertThat(rig.losses()).hasSize(150);
        assertThat(mean(rig.losses().subList(130, 150)))
                .isLessThan(mean(rig.losses().subList(0, 20)) * 0.7);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void aRunHasLeRobotsLayout() throws IOException {
        RunResult result = rig.train(rig.options(run(), Map.of("save_freq", 4)));

        Path checkpoints = run().resolve("checkpoints");
        assertThat(names(checkpoints)).containsExactly("000004", "000008", "000010", "last");
        assertThat(Files.readSymbolicLink(checkpoints.resolve("last"))).isEqualTo(Path.of("000010"));
        assertThat(names(checkpoints.resolve("last/pretrained_model")))
                .containsExactly(
                        "config.json",
                        "model.safetensors",
                        "policy_postprocessor.json",
                        "policy_postprocessor_step_0_unnormalizer_processor.safetensors",
                        "policy_preprocessor.json",
                        "policy_preprocessor_step_3_normalizer_processor.safetensors",
                        "train_config.json");
        assertThat(names(checkpoints.resolve("last/training_state")))
                .containsExactly(
                        "optimizer_param_groups.json",
                        "optimizer_state.safetensors",
                        "rng_state.safetensors",
                        "scheduler_state.json",
                        "training_step.json");
        assertThat(result.checkpoint()).contains(checkpoints.resolve("000010"));
        assertThat(rig.saved).hasSize(3);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aRunThatGoesOnIsTheRunThatWasNotInterrupted() throws IOException {
        rig.train(rig.options(run(), Map.of("steps", 17)));
        List<Double> whole = rig.losses();
        byte[] weights = weights(run());
        byte[] state = Files.readAllBytes(run().resolve("checkpoints/last/training_state/optimizer_state.safetensors"));
        Path again = temporary.resolve("again");
        Rig first = new Rig();
        first.train(first.options(again, Map.of("steps", 17, "save_freq", 6)));
        for (String from : List.of("000006", "000012")) {
            Rig second = new Rig();
            second.train(second.resumed(again.resolve("checkpoints").resolve(from)));

            assertThat(second.losses()).isEqualTo(whole.subList(Integer.parseInt(from), 17));
            assertThat(weights(again)).isEqualTo(weights);
            assertThat(again.resolve("checkpoints/last/training_state/optimizer_state.safetensors"))
                    .hasBinaryContent(state);
            assertThat(second.notes).isEmpty();
        }
    }

    private static byte[] weights(Path run) throws IOException {
        return Files.readAllBytes(run.resolve("checkpoints/last/pretrained_model/model.safetensors"));
    }

    @Test
    void anotherSeedIsAnotherRun() throws IOException {
        rig.train(rig.options(run(), Map.of()));
        Rig other = new Rig();
        other.train(other.options(temporary.resolve("other"), Map.of("seed", 7)));

        assertThat(other.losses()).doesNotContainAnyElementsOf(rig.losses());
    }

    @Test
    void howManyReadAheadChangesNothing() throws IOException {
        rig.train(rig.options(run(), Map.of("num_workers", 0)));
        Rig other = new Rig();
        other.train(other.options(temporary.resolve("other"), Map.of("num_workers", 5, "prefetch_factor", 1)));

        assertThat(other.losses()).isEqualTo(rig.losses());
    }

    @Test
    void whatIsHeldOutIsMeasuredAndChangesNothing() throws IOException {
        Map<String, Object> dataset = Map.of("root", Rig.DATASET.toString(), "eval_split", 0.5);
        rig.train(rig.options(run(), Map.of("dataset", dataset, "steps", 40)));
        Rig measured = new Rig();
        measured.train(measured.options(
                temporary.resolve("measured"), Map.of("dataset", dataset, "steps", 40, "eval_steps", 10)));

        assertThat(measured.losses()).isEqualTo(rig.losses());
        assertThat(measured.heldOut).containsOnlyKeys(10L, 20L, 30L, 40L);
        assertThat(measured.heldOut.values()).doesNotHaveDuplicates().allSatisfy(loss -> assertThat(loss)
                .isPositive());
    }

    @Test
    void ctrlCSavesWhereItIs() throws IOException {
        Thread user = Thread.currentThread();
        rig.afterStep = () -> {
            if (rig.steps.size() == 5) {
                user.interrupt();
            }
        };

        RunResult result = rig.train(rig.options(run(), Map.of("steps", 900_000)));

        assertThat(result.interrupted()).isTrue();
        assertThat(Thread.interrupted()).as("answered").isFalse();
        assertThat(result.step()).isGreaterThanOrEqualTo(5).isEqualTo(rig.steps.size());
        assertThat(result.checkpoint())
                .contains(run().resolve("checkpoints").resolve(Checkpoints.name(result.step(), 900_000)));
        Rig on = new Rig();
        RunResult done = on.train(on.resumed(run().resolve("checkpoints/last"), "--steps=" + (result.step() + 3)));
        assertThat(done.interrupted()).isFalse();
        assertThat(on.steps).hasSize(3);
    }

    @Test
    void aLossThatIsNoNumberEndsTheRunAndNamesTheLastCheckpoint() {
        rig.engine.brokenFrom = 6;

        assertThatThrownBy(() -> rig.train(rig.options(run(), Map.of("save_freq", 4))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("NaN", "step 6", "learning rate", "000004");
    }

    @Test
    void weightsOfACheckpointBeginARunWithTheDatasetsStatistics() throws IOException {
        rig.train(rig.options(run(), Map.of()));
        Path model = run().resolve("checkpoints/last/pretrained_model");
        Rig tuned = new Rig();

        tuned.train(tuned.options(
                temporary.resolve("tuned"),
                Map.of("policy", Map.of("type", "line", "pretrained_path", model.toString()), "steps", 1)));

        assertThat(tuned.losses().get(0)).isNotEqualTo(rig.losses().get(0));
    }

    @Test
    void aResumedRunKeepsItsCheckpointsStatistics() throws IOException {
        rig.train(rig.options(run(), Map.of("steps", 4)));
        Path statistics = run().resolve(
                        "checkpoints/last/pretrained_model/policy_preprocessor_step_3_normalizer_processor.safetensors");
        List<Tensor> changed = new ArrayList<>();
        SafeTensors file = SafeTensors.open(statistics);
        for (String name : file.names()) {
            Tensor tensor = file.tensor(name);
            float[] values = tensor.floats();
            if (name.equals("observation.state.mean")) {
                values[0] += 1;
            }
            changed.add(Tensor.of(name, tensor.shape(), values));
        }
        SafeTensorsWriter.write(statistics, Map.of(), changed);
        Rig on = new Rig();
        on.train(on.resumed(run().resolve("checkpoints/last"), "--steps=5"));

        assertThat(run().resolve("checkpoints/000005/pretrained_model").resolve(statistics.getFileName()))
                .hasSameBinaryContentAs(statistics);
    }

    @Test
    void anotherProgramsRandomStreamIsNotContinuedAndThatIsSaid() throws IOException {
        rig.train(rig.options(run(), Map.of("steps", 4)));
        Files.delete(run().resolve("checkpoints/last/training_state/rng_state.safetensors"));
        Rig on = new Rig();
        on.train(on.resumed(run().resolve("checkpoints/last"), "--steps=6"));

        assertThat(on.steps).hasSize(2);
        assertThat(on.notes).singleElement().asString().contains("random stream", "step 4");
    }

    @Test
    void aFolderThatIsThereIsNotOverwritten() throws IOException {
        Files.createDirectories(run());

        assertThatThrownBy(() -> rig.train(rig.options(run(), Map.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(run().toString(), "--resume=true");
    }

    @Test
    void aRunThatIsDoneSaysSo() throws IOException {
        rig.train(rig.options(run(), Map.of("steps", 3)));
        Rig on = new Rig();

        assertThatThrownBy(() -> on.train(on.resumed(run().resolve("checkpoints/last"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--steps");
    }

    @Test
    void figuresAreTold() throws IOException {
        rig.train(rig.options(run(), Map.of()));

        assertThat(rig.steps.get(0).losses()).containsOnlyKeys("loss", "plain_loss");
        assertThat(rig.steps.get(0).rate()).isCloseTo(0.01 / 3, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(rig.steps).allSatisfy(step -> assertThat(step.stepNs()).isPositive());
        assertThat(Map.copyOf(rig.engine.prepared)).contains(entry("line", 1));
    }

    private Path run() {
        return temporary.resolve("run");
    }
}
