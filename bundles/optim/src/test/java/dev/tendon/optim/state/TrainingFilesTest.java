/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.optim.TrainingStateException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files of a training's state. Golden ones: {@code golden/README.md}. */
class TrainingFilesTest {
    @TempDir
    Path folder;

    private static Path golden(String name) throws URISyntaxException {
        return Path.of(TrainingFilesTest.class.getResource("/golden/" + name).toURI());
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 3_000_000_001L})
    void seedsGeneratorsAsLeRobotDoes(long seed) throws Exception {
        RandomState.save(folder, seed);

        assertThat(folder.resolve("rng_state.safetensors"))
                .hasSameBinaryContentAs(golden("seed" + seed).resolve("rng_state.safetensors"));
        assertThat(RandomState.isSeeded(folder, seed)).isTrue();
        assertThat(RandomState.isSeeded(folder, seed + 1)).isFalse();
    }

    @Test
    void knowsGeneratorsOfAnotherSeed() throws Exception {
        assertThat(RandomState.isSeeded(golden("mlp"), 1000)).isTrue();
        assertThat(RandomState.isSeeded(golden("mlp"), 999)).isFalse();
        assertThat(RandomState.isSeeded(folder, 1000)).isFalse();
    }

    @Test
    void tellsTheStep() throws IOException {
        new TrainingStep(2500, 8).save(folder);

        assertThat(TrainingStep.load(folder)).isEqualTo(new TrainingStep(2500, 8));
        assertThat(folder.resolve("training_step.json"))
                .content()
                .isEqualTo(
                        """
                        {
                            "step": 2500,
                            "dp_world_size": 1,
                            "batch_size": 8,
                            "grad_accum_steps": 1,
                            "parallelism": {
                                "dp_replicate": 1,
                                "dp_shard": 1,
                                "ring_degree": 1,
                                "ulysses_degree": 1
                            }
                        }""");
    }

    @Test
    void readsTheStepOfEarlierFiles() throws IOException {
        Files.writeString(folder.resolve("training_step.json"), "{\"step\": 3}");
        assertThat(TrainingStep.load(folder)).isEqualTo(new TrainingStep(3, OptionalLong.empty(), 1));

        Files.writeString(folder.resolve("training_step.json"), "{\"step\": \"x\"}");
        assertThatThrownBy(() -> TrainingStep.load(folder))
                .isInstanceOf(TrainingStateException.class)
                .hasMessageContaining("training_step.json");
    }
}
