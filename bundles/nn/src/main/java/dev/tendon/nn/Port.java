/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

/**
 * An input or output of a program.
 *
 * @param name its name, as the network knows it
 * @param kind what its elements are
 * @param shape its shape, batch included
 */
public record Port(String name, ElementKind kind, Shape shape) {}
