/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The registries over OSGi services, and over jars. Thread: any. */
@org.jspecify.annotations.NullMarked
package dev.tendon.config.internal.choice;
