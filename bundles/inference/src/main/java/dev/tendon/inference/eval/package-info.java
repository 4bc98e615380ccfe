/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How good a policy is: {@code tendon eval}. Start at {@link dev.tendon.inference.eval.EvalVerb}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>On a dataset, a policy plans from what was observed and its plan is held against what was done, without acting: it sees where the
 *       demonstrator went, not where it would have gone itself. So the error is told over the plan's whole length, and beside two
 *       policies that anybody has for nothing: to hold the last action, and to do the mean one. A policy that is no better than these has
 *       learnt nothing; one that is much better may still fail on a robot.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.inference.eval;
