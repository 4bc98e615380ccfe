/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.option.Describe;
import java.nio.file.Path;

/** The dataset of {@code tendon bench read}. */
@Describe("The dataset to be read")
public record ReadTarget(@Describe("Folder of the dataset, the one that holds meta and data") Path root) {}
