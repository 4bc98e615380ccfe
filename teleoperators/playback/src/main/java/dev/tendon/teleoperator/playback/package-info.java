/**
 * A teleoperator that plays a recorded episode: choice {@code playback}. Start at {@link
 * dev.tendon.teleoperator.playback.PlaybackType}.
 *
 * <p>{@link dev.tendon.teleoperator.playback.Recording} is what was read from disk, {@link
 * dev.tendon.teleoperator.playback.Position} where in it the session is, {@link dev.tendon.teleoperator.playback.Playback} the
 * device.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>The position follows the session's clock, not the number of reads: a loop of any rate plays at the recording's pace, a
 *       late tick loses nothing, and a successor needs one number to go on.
 *   <li>All of an episode is in memory before the first tick (half a megabyte for ten minutes of six joints at 30 Hz); the tick
 *       reads an array.
 *   <li>A successor recognises the recording by a digest of its actions, not by its path: the same path may hold other data by
 *       now, and a jump in the middle of a motion is what must not happen.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.teleoperator.playback;
