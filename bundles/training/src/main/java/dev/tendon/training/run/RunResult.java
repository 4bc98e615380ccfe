/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param info what was trained
 * @param step steps that are done
 * @param interrupted whether it was ended before its last
 * @param checkpoint the last that it saved
 */
public record RunResult(RunInfo info, long step, boolean interrupted, Optional<Path> checkpoint) {}
