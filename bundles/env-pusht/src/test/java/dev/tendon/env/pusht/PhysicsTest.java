/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against Chipmunk's own numbers: see the README beside them. */
class PhysicsTest {
    @Test
    void pushesTheTeeWhereChipmunkPushesIt() throws IOException {
        Board board = null;
        int steps = 0;
        double farthest = 0;
        Pose first = null;
        for (String line : lines()) {
            if (line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("seed")) {
                String[] words = line.split(" ");
                board = PushTEnv.start(Long.parseLong(words[1]));
                double[] start = numbers(Arrays.copyOfRange(words, 3, 8));
                first = board.tee();
                assertThat(board.agentX()).isEqualTo(start[0]);
                assertThat(board.agentY()).isEqualTo(start[1]);
                assertThat(first.x()).isCloseTo(start[2], within(1e-9));
                assertThat(first.y()).isCloseTo(start[3], within(1e-9));
                assertThat(first.angle()).isCloseTo(start[4], within(1e-9));
                continue;
            }
            double[] row = numbers(line.split(" "));
            for (int i = 0; i < 10; i++) {
                board.step(row[0], row[1]);
            }
            steps++;
            assertThat(board.agentX()).isCloseTo(row[2], within(1e-3));
            assertThat(board.agentY()).isCloseTo(row[3], within(1e-3));
            assertThat(Math.hypot(board.tee().x() - row[4], board.tee().y() - row[5]))
                    .as(line)
                    .isLessThan(1.5);
            assertThat(board.tee().angle()).isCloseTo(row[6], within(0.05));
            farthest = Math.max(farthest, Math.hypot(row[4] - first.x(), row[5] - first.y()));
        }
        assertThat(steps).isEqualTo(360);
        assertThat(farthest).isGreaterThan(100); // it was really pushed
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = PhysicsTest.class.getResourceAsStream("chipmunk.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static double[] numbers(String[] words) {
        return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
    }
}
