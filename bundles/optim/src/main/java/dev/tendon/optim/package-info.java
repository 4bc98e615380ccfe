/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What changes weights, and how fast: optimizers and learning rate schedules, each a choice, with their state in LeRobot's files.
 *
 * <p>Start at {@link dev.tendon.optim.Optimizer} and {@link dev.tendon.optim.Schedule}. A policy's preset is a {@link
 * dev.tendon.api.choice.Chosen}, such as {@code new Chosen<>("adamw", Map.of("lr", 1e-5))}; a vendor adds a choice by a component that
 * is an {@link dev.tendon.optim.OptimizerType} or a {@link dev.tendon.optim.SchedulerType}.
 *
 * <pre>{@code
 * try (Lanes lanes = new Lanes(2)) {
 *     Optimizer optimizer = type.create(config, groups, lanes);
 *     Schedule schedule = Schedule.start(schedulerType.create(schedulerConfig, steps, optimizer.defaultRate()), optimizer);
 *     for (long step = 0; step < steps; step++) {
 *         program.step(step);              // gradients
 *         double norm = optimizer.clip();
 *         optimizer.step();
 *         schedule.advance();
 *     }
 * }
 * }</pre>
 *
 * <p>Thread: an optimizer and its schedule belong to one thread.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Arithmetic is PyTorch's, operation by operation and in single precision, fused into one pass over the memory: a run that
 *       began in LeRobot goes on here and back, and a step costs what the memory's bandwidth makes it cost.
 *   <li>Clipping measures the gradients at once and scales them while they are next used: gradients are not written.
 *   <li>A schedule is a pure function of the step: what is kept in its file is where it is, not what it has become.
 *   <li>State is in native memory, outside the heap: it is twice the size of the weights.
 * </ul>
 *
 * <p>Facts: huggingface/lerobot 7427f3180, {@code optim/}; PyTorch 2.13, {@code torch/optim}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.optim;
