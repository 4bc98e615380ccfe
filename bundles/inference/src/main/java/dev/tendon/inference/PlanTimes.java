/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.time.Clock;
import dev.tendon.nn.Port;
import dev.tendon.nn.Program;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans from made-up observations, pixel by pixel as a robot's pictures come, and notes how long it takes. Owner thread: its creator's. */
final class PlanTimes {
    private static final double NS_PER_MS = 1e6;
    private static final float LEVELS = 255;

    private final Program program;
    private final Clock clock;
    private final List<Long> wholeNs = new ArrayList<>();
    private long engineNs;

    PlanTimes(Program program, Clock clock) {
        this.program = program;
        this.clock = clock;
    }

    List<Port> inputs() {
        return program.inputs();
    }

    /** Plans once from {@code observation}, and gives the numbers. */
    Map<String, float[]> plan(MadeUpObservation observation, boolean counts) {
        long start = clock.nanoTime();
        observation.bytes().forEach((name, bytes) -> {
            FloatBuffer target = program.floats(name);
            for (int i = 0; i < bytes.length; i++) {
                target.put(i, (bytes[i] & 0xff) / LEVELS);
            }
        });
        long filled = clock.nanoTime();
        program.run();
        long ran = clock.nanoTime();
        Map<String, float[]> plan = new HashMap<>();
        for (Port port : program.outputs()) {
            float[] values = new float[(int) port.shape().elements()];
            program.floats(port.name()).get(values);
            plan.put(port.name(), values);
        }
        long end = clock.nanoTime();
        if (counts) {
            wholeNs.add(end - start);
            engineNs += ran - filled;
        }
        return plan;
    }

    double percentileMs(int percent) {
        List<Long> sorted = wholeNs.stream().sorted().toList();
        int index = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / NS_PER_MS;
    }

    /** Share of the time that the engine took, 0 to 1. */
    double engineShare() {
        return (double) engineNs / wholeNs.stream().mapToLong(Long::longValue).sum();
    }
}
