/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The verbs of the hardware desk, each group in a package of its own. They talk to ports and servos, and to no robot. */
@org.jspecify.annotations.NullMarked
package dev.tendon.desk;
