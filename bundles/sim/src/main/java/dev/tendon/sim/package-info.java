/**
 * Simulated servo buses behind serial ports whose name begins with {@code sim:}.
 *
 * <p>Start at {@link dev.tendon.sim.SimSerialPortProvider}: a driver that opens {@code sim:} through {@code dev.tendon.serial}
 * talks to servos that answer real Feetech packets, register by register, and move as a motor, gears and a position loop
 * move. No driver knows that it is simulated.
 *
 * <pre>{@code
 * tendon replay --robot.type=so101_follower --robot.port=sim: ...
 * tendon replay --robot.type=so101_follower --robot.port=sim:left?calibrated=false ...
 * }</pre>
 *
 * <p>A packet goes {@code SimChannel}, {@code ServoBus}, {@code Servo}; what a servo holds is its {@code ControlTable}, what it
 * does {@code ServoControl} and {@code Motor}. A channel's state is a function of the clock it was opened with and of the
 * bytes written to it. No threads; nothing on the tick allocates.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Time passes in whole milliseconds, lazily, when a packet comes: a simulation on a simulated clock costs what its
 *       motion costs, and the result does not depend on how often somebody looks.
 *   <li>A motor model with identified numbers and not a lag of first order: tracking then is late, overshoots and rests short
 *       of the goal as that of a real arm, and the P, I and D coefficients mean something.
 *   <li>The arm's weight is not modelled: it would need the arm's geometry; joints whose torque is off stay where they are.
 *   <li>Answers are there at once. Wire time, faults and a pseudo-terminal belong around the channel, not into the servos.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.tendon.sim;
