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
import java.util.Random;

/** Plans from made-up observations, pixel by pixel as a robot's pictures come, and notes how long it takes. Owner thread: its creator's. */
final class PlanTimes {
    private static final double NS_PER_MS = 1e6;
    private static final float LEVELS = 255;

    private final Program program;
    private final Clock clock;
    private final Map<String, byte[]> pictures = new HashMap<>();
    private final List<Long> wholeNs = new ArrayList<>();
    private long engineNs;

    PlanTimes(Program program, Clock clock) {
        this.program = program;
        this.clock = clock;
        Random random = new Random(1);
        for (Port port : program.inputs()) {
            byte[] bytes = new byte[Math.toIntExact(port.shape().elements())];
            random.nextBytes(bytes);
            pictures.put(port.name(), bytes);
        }
    }

    /** Plans once. */
    void plan(boolean counts) {
        long start = clock.nanoTime();
        pictures.forEach((name, bytes) -> {
            FloatBuffer target = program.floats(name);
            for (int i = 0; i < bytes.length; i++) {
                target.put(i, (bytes[i] & 0xff) / LEVELS);
            }
        });
        long filled = clock.nanoTime();
        program.run();
        long ran = clock.nanoTime();
        program.outputs().forEach(port -> program.floats(port.name())
                .get(new float[(int) port.shape().elements()]));
        long end = clock.nanoTime();
        if (counts) {
            wholeNs.add(end - start);
            engineNs += ran - filled;
        }
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
