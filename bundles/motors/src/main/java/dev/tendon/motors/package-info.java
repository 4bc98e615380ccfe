/**
 * What drivers of arms share, whatever protocol their motors speak: joints, LeRobot's calibration files and scales, the
 * calibration of an arm with a person at the desk, and giving its motors their ids.
 *
 * <p>A driver describes its arm with {@link dev.tendon.motors.Joints} and {@link dev.tendon.motors.ArmOptions}; a protocol's
 * bundle implements {@link dev.tendon.motors.MotorWiring}. Then
 *
 * <pre>{@code
 * new MotorCheck(bus, joints, options, context.label()).run();
 * Calibrator.Settled settled = new Calibrator(options, joints, bus, context, CalibrationSearch.ofProcess()).settle();
 * JointScale[] scales = settled.calibration().scales(true);
 * }</pre>
 *
 * {@link dev.tendon.motors.Calibrator#calibrate} and {@link dev.tendon.motors.MotorSetUp} are what {@code tendon calibrate} and
 * {@code tendon setup-motors} run.
 *
 * <p>Thread: values are immutable; everything with a bus belongs to its driver's thread.
 *
 * <h2>Decisions</h2>
 * <ul>
 *   <li>Two interfaces, {@link dev.tendon.motors.MotorBus} for an arm that is set up and {@link dev.tendon.motors.MotorWiring}
 *       with what changes ids and speeds: a bus whose motors are set by switches has only the first.
 *   <li>What a person can mend is said and asked for again, within the dialog; LeRobot ends with an exception. Where a
 *       calibration is given up, the motors get back what they held.
 *   <li>The settings of a motor (coefficients, limits) are the driver's business: they differ by arm, not by protocol.
 * </ul>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
@org.jspecify.annotations.NullMarked
package dev.tendon.motors;
