/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a checkpoint's {@code training_state/} keeps besides the optimizer and its schedule.
 *
 * <p>Thread: any.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>All randomness of a training here follows from its seed, the step and the use, so there is no generator whose state would have to
 *       be kept. {@code rng_state.safetensors} is written for LeRobot, which does not resume without it: freshly seeded generators.
 * </ul>
 *
 * <p>Facts: huggingface/lerobot 7427f3180, {@code common/train_utils.py} and {@code utils/random_utils.py}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.optim.state;
