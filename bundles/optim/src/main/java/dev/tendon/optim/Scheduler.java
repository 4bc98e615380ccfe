/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import org.osgi.annotation.versioning.ConsumerType;

/** How a learning rate goes over the steps: a pure function. Thread: any. */
@ConsumerType
@FunctionalInterface
public interface Scheduler {
    /** What the initial rates are multiplied by at {@code step}, counted from 0. */
    double factor(long step);
}
