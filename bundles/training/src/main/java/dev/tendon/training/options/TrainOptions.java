/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.options;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.Alias;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.optim.OptimizerType;
import dev.tendon.optim.SchedulerType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of {@code tendon train}. */
@Describe("Train a policy on a dataset. Ctrl-C saves a checkpoint and ends; it goes on with --resume=true "
        + "--config_path=RUN/checkpoints/last/pretrained_model/train_config.json")
public record TrainOptions(
        DatasetOptions dataset,
        @Describe("An environment to evaluate in meanwhile: not possible yet") Optional<Object> env,
        @Describe("The policy: its type and options, or a checkpoint to begin with (--policy.path)")
                Chosen<PolicyType<?>> policy,
        @Describe("A reward model: not possible") Optional<Object> rewardModel,
        @Describe("Folder of the run; must be new. Else outputs/train/DATE/TIME_JOB") Optional<Path> outputDir,
        @Describe("Its name; else the policy's type") Optional<String> jobName,
        @Describe("Go on with the run whose train_config.json --config_path names") @Default("false") boolean resume,
        @Describe("Decides every random choice") @Default("1000") Optional<Long> seed,
        @NoEffect("a step is always the same on the same machine with the same --threads")
                @Describe("Deterministic algorithms on a GPU")
                @Default("false")
                boolean cudnnDeterministic,
        @Describe("Threads that read ahead") @Default("4") int numWorkers,
        @Describe("Items in a step") @Default("8") int batchSize,
        @Describe("Batches that each of them may be ahead") @Default("4") int prefetchFactor,
        @NoEffect("workers are threads, which stay") @Describe("Keep workers from epoch to epoch") @Default("true")
                boolean persistentWorkers,
        @NoEffect("workers are threads") @Describe("How worker processes are started") @Default("spawn")
                Optional<String> dataloaderMultiprocessingContext,
        @Describe("Steps in all, those of a resumed run's past among them") @Default("100000") long steps,
        @Alias(value = "eval_freq", from = "LeRobot 2025")
                @Describe("Evaluate in the environment every so many steps; without an environment: never")
                @Default("20000")
                long envEvalFreq,
        @Describe("Tell and keep figures every so many steps; 0: never") @Default("200") long logFreq,
        @Describe("Measure the loss on held-out episodes every so many steps; 0: never. Needs --dataset.eval_split")
                @Default("0")
                long evalSteps,
        @Describe("Held-out frames to measure it on, the same number of each task; 0: all") @Default("0")
                long maxEvalSamples,
        @Describe(value = "How far a picture's time may be from its row's", unit = "s") @Default("1e-4")
                double toleranceS,
        @Describe("Save checkpoints at all") @Default("true") boolean saveCheckpoint,
        @Describe("Save one every so many steps, and after the last; 0: only after the last") @Default("20000")
                long saveFreq,
        @Describe("Form of the weights in a checkpoint: safetensors") @Default("safetensors") String checkpointFormat,
        @Describe("Take the optimizer and scheduler that the policy's authors advise; else both must be given")
                @Default("true")
                boolean usePolicyTrainingPreset,
        @Describe("The optimizer") Optional<Chosen<OptimizerType<?>>> optimizer,
        @Describe("How the learning rate goes") Optional<Chosen<SchedulerType<?>>> scheduler,
        ParallelismOptions parallelism,
        AcceleratorOptions accelerator,
        EvalOptions eval,
        EmaOptions ema,
        WandbOptions wandb,
        @Describe("Train adapters: not possible") Optional<Object> peft,
        JobOptions job,
        @Describe("Upload checkpoints: not possible yet") @Default("false") boolean saveCheckpointToHub,
        @Describe("Weigh samples: not possible") Optional<Object> sampleWeighting,
        @Describe("The policy's names by the dataset's, with --policy.path") @Default("{}")
                Map<String, String> renameMap,
        @NoEffect("--config_path says where the checkpoint is") @Describe("Where a resumed run's checkpoint is")
                Optional<Path> checkpointPath,
        @Describe("A train_config.json, a checkpoint's or your own; options beside it win") Optional<Path> configPath,
        @Describe("Threads of a step; 0: as many as the engine likes. The same number gives the same weights")
                @Default("0")
                int threads,
        @Describe("What computes losses and gradients") @Default("djl") String engine) {
    private static final int MOST_WORKERS = 256;

    public TrainOptions {
        List<String> problems = new ArrayList<>();
        refuse(env.isPresent(), "--env: no environment can be evaluated in yet. Train without it", problems);
        refuse(rewardModel.isPresent(), "--reward_model: reward models are not trained here", problems);
        refuse(peft.isPresent(), "--peft: adapters are not trained here. Leave it out", problems);
        refuse(
                sampleWeighting.isPresent(),
                "--sample_weighting: all samples weigh the same here. Leave it out",
                problems);
        refuse(
                saveCheckpointToHub,
                "--save_checkpoint_to_hub=true: Tendon cannot upload yet. Upload the run's folder with huggingface-cli "
                        + "upload",
                problems);
        refuse(
                !checkpointFormat.equals("safetensors"),
                "--checkpoint_format=" + checkpointFormat + ": checkpoints are written as safetensors",
                problems);
        refuse(batchSize < 1, "--batch_size is at least 1, not " + batchSize, problems);
        refuse(steps < 1, "--steps is at least 1, not " + steps, problems);
        refuse(
                numWorkers < 0 || numWorkers > MOST_WORKERS,
                "--num_workers is from 0 to " + MOST_WORKERS + ", not " + numWorkers,
                problems);
        refuse(prefetchFactor < 1, "--prefetch_factor is at least 1, not " + prefetchFactor, problems);
        refuse(threads < 0, "--threads is at least 0, not " + threads, problems);
        refuse(maxEvalSamples < 0, "--max_eval_samples is at least 0, not " + maxEvalSamples, problems);
        refuse(
                evalSteps > 0 && dataset.evalSplit() == 0,
                "--eval_steps=" + evalSteps + " needs episodes to hold out: --dataset.eval_split=0.1, say",
                problems);
        refuse(
                !usePolicyTrainingPreset && !resume && (optimizer.isEmpty() || scheduler.isEmpty()),
                "--use_policy_training_preset=false needs both --optimizer.type and --scheduler.type",
                problems);
        refuse(
                resume && configPath.isEmpty(),
                "--resume=true needs the run: --config_path=RUN/checkpoints/last/pretrained_model/train_config.json",
                problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        renameMap = Map.copyOf(renameMap);
    }

    static void refuse(boolean wrong, String problem, List<String> problems) {
        if (wrong) {
            problems.add(problem);
        }
    }

    /** The seed; 0 where none is wanted, as LeRobot's sampler has it. */
    public long seedOrZero() {
        return seed.orElse(0L);
    }
}
