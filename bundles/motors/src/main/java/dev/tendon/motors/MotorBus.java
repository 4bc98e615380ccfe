/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import dev.tendon.api.device.DeviceException;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Motors on one bus, as calibrating and connecting need them; implemented for each servo protocol. Positions are in steps, as
 * motors report them. A motor's fault, such as an overload, fails none of these: it has done what it was told. Thread: its
 * driver's.
 *
 * <p>All fail with {@link MotorSilentException} where a motor does not answer, and with any {@link DeviceException} of the port.
 */
@ConsumerType
public interface MotorBus {
    MotorKind kind();

    /** Asks for one motor; empty where nobody answers. Reads only. */
    Optional<FoundMotor> find(int id) throws DeviceException;

    /** Reads where the motors are, in one question; allocates nothing. {@code into} is untouched where it fails. */
    void positions(int[] ids, int[] into) throws DeviceException;

    /** Switches motors off and opens their lasting memory for writing. */
    void release(int[] ids) throws DeviceException;

    /** Makes motors that are off count positions from 0 to {@link MotorKind#LAST_STEP}, in position mode. */
    void positionMode(int[] ids) throws DeviceException;

    /** What a motor holds. */
    JointCalibration calibration(int id) throws DeviceException;

    /** Gives a motor that is off its homing offset and limits; writes only what differs. */
    void calibrate(JointCalibration calibration) throws DeviceException;
}
