/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import java.util.List;

/**
 * What a device leaves to its successor when it is replaced between two ticks.
 *
 * @param leases what it held open. A device fills this with nothing; the host adds the leases, moved to the successor.
 * @param state what the successor must know (last goals, torque, calibration, position in a recording), as text in a form
 *     that the device's bundle documents and keeps readable for its next versions
 */
public record HandOver(List<Lease> leases, String state) {
    public HandOver {
        leases = List.copyOf(leases);
    }

    /** What a device returns from {@link Adoptable#handOver}. */
    public static HandOver ofState(String state) {
        return new HandOver(List.of(), state);
    }

    /** The same state with {@code moved} leases. */
    public HandOver with(List<Lease> moved) {
        return new HandOver(moved, state);
    }

    /**
     * The lease of a given kind.
     *
     * @throws DeviceException where there is none
     */
    public <L extends Lease> L lease(Class<L> kind) throws DeviceException {
        for (Lease lease : leases) {
            if (kind.isInstance(lease)) {
                return kind.cast(lease);
            }
        }
        throw new DeviceException("The replaced driver handed over no " + kind.getSimpleName());
    }
}
