/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.Dialog;
import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Sessions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions as a user would start them, on a simulated arm behind the wire. */
final class Rig {
    private static final String NAME = "bench";

    private final Sessions sessions;

    Rig(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Runs the {@code hold} policy for {@code length}, measuring allocation after a tenth of it. */
    SessionReport hold(String robot, double fps, Duration length) throws DeviceException, InterruptedException {
        int warmUpTicks = (int) (fps * length.toNanos() / 1e9 / 10);
        LoopSettings loop = new LoopSettings(fps, LoopSettings.DEFAULT_WATCHDOG, false, Optional.of(length))
                .measuringAllocation(warmUpTicks);
        try (Session session = open(robot, Map.of(), holding(), loop)) {
            return session.run();
        }
    }

    /** Opens a session on {@code sim:} unless the options name a port, to be run by the caller. */
    Session open(String robot, Map<String, Object> robotOptions, Drive drive, LoopSettings loop)
            throws DeviceException, InterruptedException {
        return open(robot, robotOptions, drive, loop, 0);
    }

    /** The same, with a tap that has room for {@code tapTicks}. */
    Session open(String robot, Map<String, Object> robotOptions, Drive drive, LoopSettings loop, int tapTicks)
            throws DeviceException, InterruptedException {
        Map<String, Object> options = new LinkedHashMap<>(robotOptions);
        options.putIfAbsent("port", "sim:");
        return sessions.open(
                new SessionRequest(NAME, new Chosen<>(robot, options), drive, loop, new Nobody(), event -> {})
                        .tapped(tapTicks));
    }

    static Drive holding() {
        return new Drive.ByPolicy(new Chosen<>("hold", Map.of()), "");
    }

    /** Nobody sits at a benchmark. */
    private record Nobody() implements Dialog {
        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public void say(String line) {
            // Nobody to hear it.
        }

        @Override
        public String ask(String question, String insteadOption) {
            throw new ConfigException(question + " (nobody can answer in a benchmark; "
                    + (insteadOption.isEmpty() ? "no option decides it" : insteadOption + " decides it") + ")");
        }
    }
}
