/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** {@code tendon find-port}: which port is which arm, what is plugged in there, and whether the user may open it. */
@org.jspecify.annotations.NullMarked
package dev.tendon.desk.port;
