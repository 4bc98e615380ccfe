/**
 * Leader arms SO-100 and SO-101: six Feetech STS3215 servos on one serial bus, moved by hand.
 *
 * <p>Start at {@link dev.tendon.teleoperator.so101.So101LeaderType} (the choice), {@link
 * dev.tendon.teleoperator.so101.So101LeaderConfig} (its options) and {@code SoLeader} (the driver). Facts about the arm, its
 * settings, units and files are LeRobot's; each cites its source.
 *
 * <p>Thread: a driver belongs to the control thread, as {@link dev.tendon.api.teleoperator.Teleoperator} says; everything else
 * here is immutable.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>A bundle of its own beside the follower's: each can be replaced while the other runs. What both need is in {@code
 *       dev.tendon.motors} and {@code dev.tendon.feetech}; the table of joints is there twice rather than in a library that
 *       knows one arm.
 *   <li>No {@link dev.tendon.api.teleoperator.AcceptsFeedback} yet: LeRobot 0.6's so_leader takes feedback as goals, but only its
 *       {@code dagger} strategy gives any (rollout/strategies/dagger.py); lerobot-teleoperate leaves the torque off. It belongs to the
 *       hand-over from a policy to a person.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.teleoperator.so101;
