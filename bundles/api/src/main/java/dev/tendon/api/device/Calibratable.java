/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A robot or teleoperator that a person calibrates: {@code tendon calibrate}. A second interface of the device, used instead of
 * {@code connect}: created, calibrated, closed. Thread: the caller's.
 */
@ConsumerType
public interface Calibratable {
    /**
     * Opens the device, walks the person through its calibration by the {@linkplain DeviceContext#dialog dialog}, writes the
     * result to the motors and to its file, and closes the device. The motors' torque is off while a person moves them and off
     * afterwards. Where it fails or is interrupted, the file is as it was.
     *
     * @return the file that was written
     * @throws DeviceException where the device does not answer, or was not moved as asked
     * @throws dev.tendon.api.option.ConfigException where nobody can answer the dialog
     */
    Path calibrate() throws DeviceException;
}
