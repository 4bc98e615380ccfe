/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.runtime.SessionSnapshot;

/**
 * The session at a moment.
 *
 * @param seconds of the session's time, since the first sample
 */
record Sample(double seconds, SessionSnapshot snapshot) {}
