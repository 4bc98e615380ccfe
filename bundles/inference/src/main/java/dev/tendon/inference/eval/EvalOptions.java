/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference.eval;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.env.EnvType;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.inference.env.EnvOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of {@code tendon eval}. */
@Describe(
        "Tells how good a policy is: how often it succeeds in an environment, or how far its plans are from what was done in a dataset")
public record EvalOptions(
        @Describe("The policy; --policy.path names its checkpoint") Chosen<PolicyType<?>> policy,
        DatasetOptions dataset,
        @Describe("An environment to act in, instead of a dataset") Optional<Chosen<EnvType<?>>> env,
        EnvOptions eval,
        @Describe("Seed of the first episode in an environment") @Default("1000") long seed,
        @Describe("Frames from one plan to the next; no more than the policy carries out of a plan") @Default("20")
                int every,
        @Describe("What runs the policy") @Default("onnx") String engine,
        @Describe("Other names of features: {\"DATASET\": \"POLICY\"}") @Default("{}") Map<String, String> renameMap,
        @Describe("Folder for eval_info.json and report.html; else outputs/eval/DATE/TIME_POLICY")
                Optional<Path> outputDir) {
    /** Which dataset. */
    @Describe("The dataset that its plans are held against")
    public record DatasetOptions(
            @Describe("Its name, USER/NAME; looked for in $HF_LEROBOT_HOME (~/.cache/huggingface/lerobot)")
                    Optional<String> repoId,
            @Describe("Its folder, the one that holds meta and data") Optional<Path> root,
            @Describe("Episodes to take; else all") Optional<List<Integer>> episodes) {
        boolean isGiven() {
            return repoId.isPresent() || root.isPresent();
        }
    }

    public EvalOptions {
        if (every < 1) {
            throw new ConfigException("every: " + every + " is below 1");
        }
    }
}
