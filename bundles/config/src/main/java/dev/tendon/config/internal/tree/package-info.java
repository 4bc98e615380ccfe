/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What was given, before anybody knows which types it is to have: values with the place they come from; and the readers of YAML and JSON. Thread: any. */
@org.jspecify.annotations.NullMarked
package dev.tendon.config.internal.tree;
