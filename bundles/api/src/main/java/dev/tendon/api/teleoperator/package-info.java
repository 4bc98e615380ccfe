/**
 * Teleoperators: what a person moves a robot with.
 *
 * <p>Start at {@link dev.tendon.api.teleoperator.TeleoperatorType}. How those that are planned fit:
 *
 * <ul>
 *   <li><b>Leader arms</b>: read their bus in the control thread, one sync read a tick.
 *   <li><b>Keyboards and gamepads</b>: a thread of their own gathers events; {@code read} copies the present velocities ({@code
 *       x.vel}, {@code delta_x} …) and answers {@link dev.tendon.api.teleoperator.Input#NONE} while nothing is pressed. Keys that
 *       steer a session (end the episode, record again) belong to the session, not to the teleoperator.
 *   <li><b>A person taking over (DAgger)</b>: the session reads the teleoperator instead of the policy's queue from one tick to
 *       the next; {@link dev.tendon.api.teleoperator.AcceptsFeedback} first drives a powered leader to the follower's pose.
 *   <li><b>Playback</b> of a recorded episode: answers {@code END} after its last action.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.teleoperator;
