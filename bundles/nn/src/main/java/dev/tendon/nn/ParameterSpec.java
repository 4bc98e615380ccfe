/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

/**
 * A parameter that a network asks for.
 *
 * @param name its whole name, as LeRobot's checkpoints have it
 * @param shape the shape that the network needs
 * @param init how it begins where no weights are given
 * @param trainable whether training changes it; a buffer such as a frozen mean is kept
 */
public record ParameterSpec(String name, Shape shape, Init init, boolean trainable) {}
