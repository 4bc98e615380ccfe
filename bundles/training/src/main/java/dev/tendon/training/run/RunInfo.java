/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What is about to be trained.
 *
 * @param folder the run's
 * @param policy its type
 * @param device where it is trained
 * @param episodes that are learnt from
 * @param frames of these
 * @param heldOut frames of those that are held out
 * @param pictures of an item
 * @param learnable numbers that are trained
 * @param parameters all numbers, buffers among them
 * @param resumed the step that it goes on from
 * @param steps in all
 */
public record RunInfo(
        Path folder,
        String policy,
        String device,
        int episodes,
        long frames,
        long heldOut,
        int pictures,
        long learnable,
        long parameters,
        OptionalLong resumed,
        long steps) {}
