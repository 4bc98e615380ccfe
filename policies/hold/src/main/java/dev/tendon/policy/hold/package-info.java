/**
 * The policy {@code hold}: keeps the goal. The plainest policy there is, and what a robot can fall back to.
 *
 * <p>Start at {@link dev.tendon.policy.hold.HoldType}. Thread: the worker's.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The goal is decided once an episode, not copied anew from what was sent last: plans are made a tick ahead, so that
 *       copying would swing between the last two goals of whoever decided before.
 *   <li>Before anything was sent the observed pose is the goal; a value that is not even observed is never guessed.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.policy.hold;
