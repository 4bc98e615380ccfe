/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.policy;

import dev.tendon.api.feature.Features;
import dev.tendon.api.time.Clock;
import org.osgi.annotation.versioning.ProviderType;

/** What the host gives a policy at its creation. Thread: any. */
@ProviderType
public interface PolicyContext {
    /** What the robot and its cameras observe. */
    Features observationFeatures();

    /** What the robot can be sent. */
    Features actionFeatures();

    /** Ticks per second. */
    double fps();

    /** The task in words, for policies that understand language; empty where none was given. */
    String task();

    Clock clock();
}
