/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.nearest;

import dev.tendon.api.option.Describe;
import java.nio.file.Path;

/**
 * Options of the policy that replays demonstrations.
 *
 * @param datasetRoot the dataset that holds them
 */
@Describe("Replays the demonstration that begins most like this episode")
public record NearestConfig(@Describe("Folder of the dataset with the demonstrations") Path datasetRoot) {}
