/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal.columnar;

/** A column, or a part of one, with its name. */
public record ColumnField(String name, ColumnType type) {}
