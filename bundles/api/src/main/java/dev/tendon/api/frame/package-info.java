/**
 * What flows through the loop: frames of numbers by slot, and pictures by counted reference. Nothing here allocates after
 * construction.
 *
 * <p>A device sees {@link dev.tendon.api.frame.Frame} (to read) and {@link dev.tendon.api.frame.FrameWriter} (to write); the
 * host owns the {@link dev.tendon.api.frame.FrameBuffer} behind them. A camera fills pictures of an
 * {@link dev.tendon.api.frame.ImagePool} and leaves them in a {@link dev.tendon.api.frame.NewestImage}.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Numbers are {@code double}: driver maths then gives the same ticks as LeRobot's Python floats; whoever stores
 *       {@code float32} narrows.
 *   <li>Pictures are reference-counted, not copied: the loop adds a reference and goes on; a slow encoder holds memory of
 *       the pool, not of the heap.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.frame;
