/**
 * What observations and actions are made of: typed, named, shaped, with units, and compiled once into slots.
 *
 * <p>Start at {@link dev.tendon.api.feature.Feature}. A device states its {@link dev.tendon.api.feature.Features} before it
 * is connected and never changes them; the loop moves primitive arrays by {@link dev.tendon.api.feature.Layout} slot.
 *
 * <pre>{@code
 * Features action = Features.of(
 *         Feature.scalar("shoulder_pan.pos", Units.DEGREES), Feature.scalar("gripper.pos", Units.PERCENT));
 * int gripper = action.layout().slot("gripper.pos"); // 1
 * }</pre>
 *
 * <p>Thread: any; everything here is immutable.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.feature;
