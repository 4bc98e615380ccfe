/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * {@code tendon motors …}: servos by id and registers by name, with no robot around them. Start at {@link
 * dev.tendon.desk.motors.DeskBus}. Thread: the verb's; nothing here has a thread of its own.
 *
 * <h2>Decisions</h2>
 *
 * <ul>
 *   <li>The bus is that of the drivers, not a second one: what works here works there, with the same messages.
 *   <li>A write is read back, and nothing that stays after power-off is written without a yes. A torque that is on is no time for it:
 *       another homing offset makes an arm that holds its goal jump.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.desk.motors;
