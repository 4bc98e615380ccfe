/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.env;

/**
 * What a step of an environment brought.
 *
 * @param reward the task's own measure
 * @param success whether the task is done
 * @param terminated whether the episode is over by the task's rule
 * @param truncated whether it is over because its time is
 */
public record Step(double reward, boolean success, boolean terminated, boolean truncated) {}
