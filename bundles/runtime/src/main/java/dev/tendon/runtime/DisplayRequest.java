/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import java.util.Optional;

/**
 * What is to be shown, and where.
 *
 * @param title names the session: {@code teleoperate so101_follower}
 * @param fps ticks per second that it should reach
 * @param address the address of this machine to be served on; empty: the display's own choice
 * @param port the port; empty or 0: a free one
 */
public record DisplayRequest(String title, double fps, Optional<String> address, Optional<Integer> port) {}
