/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.json.PythonJson;
import dev.tendon.api.option.ConfigException;
import dev.tendon.config.CommandLine;
import dev.tendon.config.Parsed;
import dev.tendon.training.options.TrainOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainOptionsTest {
    private final Rig rig = new Rig();

    @ParameterizedTest
    @ValueSource(strings = {"train_config_062.json", "train_config_2025.json"})
    void whatLeRobotWritesIsReadWithoutAWord(String file) {
        Parsed<TrainOptions> parsed = parse("--config_path=" + Rig.resource("/golden/" + file));

        assertThat(parsed.notices()).isEmpty();
        assertThat(parsed.options().dataset().repoId()).contains("us/golden");
        assertThat(parsed.options().optimizer()).isPresent();
    }

    @Test
    void whatIsWrittenIsWhatLeRobotWrites() throws IOException {
        Path file = Rig.resource("/golden/train_config_062.json");
        TrainOptions options =
                parse("--config_path=" + file, "--eval.batch_size=1").options();
        TrainingParts parts = rig.parts();

        Map<String, Object> json = TrainConfigJson.of(
                options,
                options.outputDir().orElseThrow(),
                "act",
                Map.of("type", "line"),
                parts.plainOptimizer(options.optimizer().orElseThrow()),
                Optional.empty());

        assertThat(PythonJson.ascii(json, 4)).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({
        "--env.type=pusht, environment",
        "--wandb.enable=true, metrics.jsonl",
        "--ema.enable=true, average",
        "--job.target=a10g, this machine",
        "--checkpoint_format=dcp, safetensors",
        "--peft.r=8, adapters",
        "--accelerator.mixed_precision=bf16, single precision",
        "--accelerator.gradient_accumulation.steps=4, --batch_size",
        "--parallelism.dp_shard=2, one process",
        "--save_checkpoint_to_hub=true, upload",
        "--use_policy_training_preset=false, --optimizer.type",
        "--resume=true, --config_path",
        "--eval_steps=10, --dataset.eval_split",
        "--dataset.eval_split=1, eval_split",
        "--batch_size=0, --batch_size",
        "--dataset.repo_type=bucket, local"
    })
    void whatIsNotPossibleIsRefusedPlainly(String option, String word) {
        assertThatThrownBy(() -> parse("--dataset.repo_id=us/golden", "--policy.type=line", option))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(word);
    }

    @Test
    void bothGenerationsSpellingsAreUnderstood() {
        TrainOptions options = parse("--dataset.repo_id=us/golden", "--policy.type=line", "--eval_freq=7")
                .options();

        assertThat(options.envEvalFreq()).isEqualTo(7);
    }

    private Parsed<TrainOptions> parse(String... args) {
        return new CommandLine(rig).parse(TrainOptions.class, new ArrayList<>(List.of(args)));
    }
}
