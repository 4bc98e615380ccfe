/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Parquet as pyarrow writes it: column types in Arrow's words, their schema for readers that look for it, and row groups written
 * column by column.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.dataset.internal.columnar;
