/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** What a person watches while a device is worked on: a table of joints and their ranges. See {@link Dialog#watch}. */
@ConsumerType
@FunctionalInterface
public interface LiveView {
    /**
     * Reads the device once and returns the state to show, one line each. Called again and again, without a pause, so that no
     * reading is missed; the dialog shows as many of the states as an eye can follow. Paces itself by its clock where the device
     * does not.
     *
     * @throws DeviceException where the device fails; the watching ends with it
     */
    List<String> next() throws DeviceException;
}
