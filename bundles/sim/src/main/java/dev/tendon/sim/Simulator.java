/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Simulated arms, from the other side of the wire. A service. Thread: any. */
@ProviderType
public interface Simulator {
    /** The arms that are open now in this process, in the order of their opening. */
    List<SimulatedArm> arms();

    /**
     * Offers an arm to other programs as a serial device.
     *
     * @param address what arm, as a port: {@code sim:}, {@code sim:left?timing=wire}
     * @param leader a leader instead of a follower
     * @param link a symbolic link to the device, made here, replaced after a replug, removed at the end; empty: none
     * @param clock real time: other programs live in it
     * @throws DeviceException where the system has no pseudo-terminals, or the arm is in use
     * @throws dev.tendon.api.option.ConfigException where {@code address} is wrong
     */
    SimServer serve(String address, boolean leader, Optional<Path> link, Clock clock) throws DeviceException;
}
