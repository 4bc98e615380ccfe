/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.sim;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The arms of this process: those that are open, and those whose plug was pulled, until somebody comes back for them. Who opens the
 * same port again, in the same time, gets the same arm; a new session, which has a clock of its own, gets a new one. Thread: any.
 */
final class OpenArms {
    private final ArmFactory factory;
    private final List<RunningArm> open = new CopyOnWriteArrayList<>();
    private final List<RunningArm> pulled = new ArrayList<>();

    OpenArms(ArmFactory factory) {
        this.factory = factory;
    }

    List<RunningArm> open() {
        return List.copyOf(open);
    }

    RunningArm open(String port, SimArm kind, int baudRate, Clock clock) throws DeviceException {
        SimAddress address = SimAddress.parse(port);
        RunningArm arm = comeBack(port, kind, clock);
        if (arm == null) {
            arm = factory.open(port, address, kind, baudRate, clock);
        } else {
            try {
                arm.keptBy(factory.retake(address, kind));
            } catch (DeviceException e) {
                away(arm);
                throw e;
            }
            arm.baudRate(baudRate);
            arm.discard();
        }
        open.add(arm);
        return arm;
    }

    private synchronized @Nullable RunningArm comeBack(String port, SimArm kind, Clock clock) throws DeviceException {
        for (RunningArm arm : pulled) {
            if (!arm.is(port, kind, clock)) {
                continue;
            }
            if (!arm.plugged()) {
                throw new DeviceException(
                        "There is no port " + port + ": its USB plug was pulled. Put it back, and connect again.");
            }
            pulled.remove(arm);
            return arm;
        }
        return null;
    }

    /** @param cut whether its holder lost it because the plug was pulled */
    void close(RunningArm arm, boolean cut) {
        arm.release();
        open.remove(arm);
        if (cut) {
            away(arm);
        }
    }

    private synchronized void away(RunningArm arm) {
        pulled.removeIf(other -> other.port().equals(arm.port()) && other.kind().equals(arm.kind()));
        pulled.add(arm);
    }
}
