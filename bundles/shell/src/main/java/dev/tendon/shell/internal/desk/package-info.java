/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Verbs for what a person does with one device before it is driven: its motors' ids, its calibration. */
@org.jspecify.annotations.NullMarked
package dev.tendon.shell.internal.desk;
