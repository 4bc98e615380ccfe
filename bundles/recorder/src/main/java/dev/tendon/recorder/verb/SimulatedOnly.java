/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.robot.RobotType;
import java.util.List;
import java.util.Map;

/** Refuses to move real hardware on a clock that does not run with it. */
final class SimulatedOnly {
    private static final String SIMULATED = "sim:";

    private SimulatedOnly() {}

    static void check(Chosen<RobotType<?>> robot, List<String> problems) {
        Object port = robot.options().get("port");
        if (port == null || !port.toString().startsWith(SIMULATED)) {
            problems.add(
                    "--simulated_time=true is for simulated arms, --robot.port=sim:; a real one lives in real time");
        }
        if (robot.options().get("cameras") instanceof Map<?, ?> cameras) {
            cameras.forEach((name, camera) -> {
                if (camera instanceof Map<?, ?> options && !"sim".equals(options.get("type"))) {
                    problems.add("--simulated_time=true: camera " + name + " is of type " + options.get("type")
                            + ", and takes its pictures in real time; take type sim");
                }
            });
        }
    }
}
