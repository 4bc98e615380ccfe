/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.onnx;

import dev.tendon.nn.ElementKind;
import dev.tendon.nn.Shape;
import dev.tendon.nn.Tensor;

/** A value in a graph. {@code name} is the graph's. */
record Value(String name, Shape shape, ElementKind kind, String label) implements Tensor {}
