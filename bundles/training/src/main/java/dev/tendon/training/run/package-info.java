/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A run: its data, its steps, its checkpoints. Start at {@link dev.tendon.training.run.TrainingRun}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>All randomness is a function of seed, step and use ({@link dev.tendon.training.run.Draws}); no generator is kept, so that nothing has
 *       to be saved and a run that is taken up again cannot differ.
 *   <li>Every batch is full: the next epoch's first items fill an epoch's last up. A network's inputs have one size, and the place in the data
 *       follows from the step alone.
 *   <li>Workers read and decode, one thread makes numbers of it ({@link dev.tendon.training.run.Feed}), the loop copies them: a step never waits
 *       for a picture while the readers keep up.
 *   <li>A checkpoint is written aside as a whole, synced, moved into place, and only then is {@code last} exchanged
 *       ({@link dev.tendon.training.run.Checkpoints}): whatever fails, {@code last} is whole.
 *   <li>A run has a thread of its own, which Ctrl-C does not interrupt but asks to stop: a channel that is interrupted is closed, in the
 *       middle of a file.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.training.run;
