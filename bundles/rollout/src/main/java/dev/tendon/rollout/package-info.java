/**
 * The verb {@code tendon rollout}: a policy drives a robot.
 *
 * <p>Thread: the verb's own.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The session does it all: plans beside the loop, chunks, interpolation, the way back. A verb is its options and its words.
 *   <li>{@code --inference.type=sync}, LeRobot's default, is accepted as it is typed; but a plan is never made in the control thread here.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.rollout;
