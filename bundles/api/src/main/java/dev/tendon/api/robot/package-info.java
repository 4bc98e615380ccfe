/**
 * Robots: what acts.
 *
 * <p>Start at {@link dev.tendon.api.robot.RobotType}. How robots that are planned fit:
 *
 * <ul>
 *   <li><b>SO-100, SO-101, Koch</b>: one scalar feature a joint; a servo bus leased from {@code serial}; Feetech or Dynamixel is
 *       a matter of the driver's bus library.
 *   <li><b>LeKiwi</b>, an arm on a mobile base reached over ZeroMQ: features {@code arm_….pos}, {@code x.vel} (m/s), {@code
 *       y.vel}, {@code theta.vel} (deg/s), and its cameras as image features of the robot itself, since pictures arrive with the
 *       state. A receiver thread of the driver keeps the newest message; {@code observe} copies it and never waits for the net.
 *       Its socket is a lease of the bundle that owns ZeroMQ.
 *   <li><b>Bimanual robots</b>: a driver whose config nests two arms' options ({@code left_arm.port}), whose features are both
 *       arms' with a prefix, and which holds one lease per bus; {@link dev.tendon.api.device.HandOver} carries several leases.
 *   <li><b>A simulated environment as a robot</b>: an {@link dev.tendon.api.env.Env} behind the same interface.
 * </ul>
 *
 * <p>Calibration and motor set-up are second interfaces of those robots that have them, not methods here: {@link
 * dev.tendon.api.device.Calibratable}, {@link dev.tendon.api.device.SetsUpMotors}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.api.robot;
