/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Arguments and {@code --help}. Thread: any. */
@org.jspecify.annotations.NullMarked
package dev.tendon.config.internal.cli;
