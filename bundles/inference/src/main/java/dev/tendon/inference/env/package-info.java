/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Policies in environments: the other half of {@code tendon eval}. Start at {@link dev.tendon.inference.env.EnvEval}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Time is the environment's: a step waits for its plan, so that a slow machine gives the same numbers as a quick one. How a
 *       policy fares when it is late is a question to {@code tendon rollout}.
 *   <li>Environments side by side are threads, each with a policy of its own: a policy remembers its episode. Which of them an episode
 *       falls to changes nothing, since its seed is its number's.
 *   <li>{@code eval_info.json} has LeRobot 0.6's form, with what 2025 told of each episode beside it.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.inference.env;
