/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * PushT as gym-pusht has it: environment {@code pusht}. Start at {@link dev.tendon.env.pusht.PushTEnv}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Facts are those of gym-pusht's code (5e2489b), also where it looks like a slip: both boxes of the T have the first one's inertia,
 *       friction is given to bodies, where pymunk does not look for it, and the T is turned after it was set down.
 *   <li>The start is the same to the last bit but the angle's logarithm; what happens then is the same rule by another engine: dyn4j, in
 *       Chipmunk's order of steps and with its tolerances. Contacts are solved in another order, so that a long push drifts.
 *   <li>gym-pusht takes one step of physics after a reset. It moves nothing there, since Chipmunk moves first and finds speeds then.
 *   <li>Pictures sample what pygame would have drawn at the very pixels that OpenCV takes; edges differ by a pixel of 512 where pygame's
 *       polygons and circles round otherwise.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.env.pusht;
