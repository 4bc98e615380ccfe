/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.so101;

import dev.tendon.api.device.DeviceException;
import dev.tendon.feetech.FeetechBus;
import dev.tendon.feetech.Sts3215;
import dev.tendon.motors.Calibration;
import dev.tendon.motors.JointScale;
import dev.tendon.serial.SerialLease;

/** A connected leader: its bus and its calibration. Thread: its driver's. */
final class Arm {
    private final SerialLease lease;
    private final FeetechBus bus;
    private final Calibration calibration;
    private final JointScale[] scales;
    private final int[] ids = SoArm.JOINTS.ids();

    Arm(SerialLease lease, FeetechBus bus, Calibration calibration, boolean useDegrees) {
        this.lease = lease;
        this.bus = bus;
        this.calibration = calibration;
        scales = calibration.scales(useDegrees);
    }

    SerialLease lease() {
        return lease;
    }

    FeetechBus bus() {
        return bus;
    }

    Calibration calibration() {
        return calibration;
    }

    JointScale scale(int slot) {
        return scales[slot];
    }

    /** Reads where the joints are, in ticks by slot. Allocates nothing. */
    void positions(int[] into) throws DeviceException {
        bus.syncRead(Sts3215.PRESENT_POSITION, ids, into);
    }
}
