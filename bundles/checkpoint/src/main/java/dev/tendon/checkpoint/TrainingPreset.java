/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.api.choice.Chosen;
import java.util.Optional;

/**
 * What a policy's authors advise.
 *
 * @param optimizer a choice of the registry {@code optimizer}
 * @param scheduler a choice of the registry {@code scheduler}; empty: the rate stays
 */
public record TrainingPreset(Chosen<?> optimizer, Optional<Chosen<?>> scheduler) {}
