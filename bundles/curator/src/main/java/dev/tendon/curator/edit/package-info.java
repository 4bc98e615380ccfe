/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The verbs that make datasets out of datasets. All go the same way: look at the old ones, say what will change ({@code --dry_run=true} ends
 * here), build the new one aside, put it in place.
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.curator.edit;
