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
 * <p>Other programs get such an arm through {@link dev.tendon.sim.Simulator#serve}, on a pseudo-terminal; tests and benchmarks see its
 * hidden side as a {@link dev.tendon.sim.SimulatedArm}.
 *
 * <p>A packet goes {@code SimChannel} (or {@code SimServer}), {@code RunningArm}, {@code ServoBus}, {@code Servo}; what a servo holds is its {@code ControlTable}, what it
 * does {@code ServoControl} and {@code Motor}. A channel's state is a function of the clock it was opened with and of the
 * bytes written to it. No threads but the server's; nothing on the tick allocates.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Time passes in whole milliseconds, lazily, when a packet comes: a simulation on a simulated clock costs what its
 *       motion costs, and the result does not depend on how often somebody looks.
 *   <li>A motor model with identified numbers and not a lag of first order: tracking then is late, overshoots and rests short
 *       of the goal as that of a real arm, and the P, I and D coefficients mean something.
 *   <li>The arm's weight is not modelled: it would need the arm's geometry; joints whose torque is off stay where they are.
 *   <li>Wire time and faults of the wire are in the bus, which knows when an answer begins; servos do not know of them. Without
 *       {@code timing=wire} answers are there at once, and the wire's time is counted all the same.
 *   <li>Each kind of fault draws from a sequence of its own, from one seed: what is lost does not change when something else is
 *       delayed.
 *   <li>A pulled plug leaves the servos their power and their state, as a USB cable does. The arm waits for who comes back.
 *   <li>A pseudo-terminal hears at the speed that its client set, so that a search over the baud rates finds each servo once.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.sim;
