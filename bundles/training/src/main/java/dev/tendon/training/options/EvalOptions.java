/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.options;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import java.util.Optional;

/** Options {@code --eval.…}, which count once there is an environment: LeRobot 0.6, {@code configs/default.py}. */
@Describe("How it is evaluated in an environment, where there is one")
public record EvalOptions(
        @Describe("Episodes") @Default("50") int nEpisodes,
        @Describe("Episodes at once; 0: as many as fit the machine") @Default("0") int batchSize,
        @Describe("Each in a process of its own") @Default("true") boolean useAsyncEnvs,
        @Describe("Record them as a dataset") @Default("false") boolean recording,
        @Describe("The recorded dataset's name") Optional<String> recordingRepoId,
        @Describe("Whether that is private") @Default("false") boolean recordingPrivate) {}
