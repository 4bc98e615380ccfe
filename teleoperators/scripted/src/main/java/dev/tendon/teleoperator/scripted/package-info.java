/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A teleoperator that demonstrates the task of a simulated scene: choice {@code scripted}. Start at {@link
 * dev.tendon.teleoperator.scripted.ScriptedType}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The scene knows how its task is done ({@link dev.tendon.sim.scene.Scene#demonstration}); this bundle knows when: it follows
 *       the recorder's episodes, and each layout is a function of a seed that counts up.
 *   <li>It sees where things are, as a person does; the policy that learns from its episodes has pictures and joints only.
 *   <li>Goals come from the clock, not from ticks: a demonstration takes as long at any rate.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.teleoperator.scripted;
