/**
 * Follower arms SO-100 and SO-101: six Feetech STS3215 servos on one serial bus.
 *
 * <p>Start at {@link dev.tendon.robot.so101.So101FollowerType} (the choice), {@link
 * dev.tendon.robot.so101.So101FollowerConfig} (its options) and {@code SoFollower} (the driver). Facts about the arm, its
 * settings, units and files are LeRobot's; each cites its source.
 *
 * <p>Thread: a driver belongs to the control thread, as {@link dev.tendon.api.robot.Robot} says; everything else here is
 * immutable.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Goals are set to the present positions before the torque goes on. LeRobot relies on the servo for that; a stale goal
 *       would make the arm jump.
 *   <li>A setting is written only where the motor holds another value: the motors keep theirs in EEPROM, which wears.
 *   <li>The calibration is chosen while the torque is as it was found, and written while it is off.
 *   <li>{@code sent} reports values after the limits, not rounded to ticks: rounded ones would lose another tick each time they
 *       are sent again.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.robot.so101;
