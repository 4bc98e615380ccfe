/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import org.osgi.annotation.versioning.ConsumerType;

/** A value in a network, in an engine's own form: a node of a graph, or numbers in native memory. Thread: its engine's. */
@ConsumerType
public interface Tensor {
    Shape shape();

    ElementKind kind();

    /** What it is, for messages: {@code input observation.state}, {@code parameter model.action_head.weight}, {@code result of conv}. */
    String label();
}
