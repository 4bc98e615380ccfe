/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The verbs that look after datasets, each group in a package of its own. They parse, show how far it is, and report; the work is done by
 * {@code dev.tendon.dataset.tool} and {@code dev.tendon.dataset.store}.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.curator;
