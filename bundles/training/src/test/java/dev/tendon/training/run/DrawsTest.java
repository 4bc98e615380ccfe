/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendon.checkpoint.DrawnInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final DrawnInput NOISE = DrawnInput.normal("noise");

    @Test
    void theSameSeedStepAndUseGiveTheSame() {
        assertThat(noise(1, 5, NOISE)).isEqualTo(noise(1, 5, NOISE));
        Set<List<Float>> drawn = new HashSet<>();
        for (long seed = 0; seed < 3; seed++) {
            for (long step = 0; step < 3; step++) {
                drawn.add(noise(seed, step, NOISE));
                drawn.add(noise(seed, step, DrawnInput.normal("time")));
            }
        }
        assertThat(drawn).hasSize(18);
    }

    @Test
    void whatIsHeldOutHasAStreamOfItsOwn() {
        ByteBuffer heldOut = buffer(4);
        new Draws(1).evaluate(NOISE, 5, heldOut);

        assertThat(heldOut.getFloat(0)).isNotEqualTo(noise(1, 5, NOISE).get(0));
    }

    @Test
    void noiseIsNormal() {
        ByteBuffer bytes = buffer(100_000);
        new Draws(3).learn(NOISE, 0, bytes);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            float value = bytes.getFloat(i * 4);
            sum += value;
            squares += value * value;
        }

        assertThat(sum / 100_000).isCloseTo(0, within(0.02));
        assertThat(squares / 100_000).isCloseTo(1, within(0.02));
    }

    @Test
    void theEngineIsSeededAnewEachStep() {
        Draws draws = new Draws(1000);

        assertThat(draws.engine(0)).isNotEqualTo(draws.engine(1)).isNotEqualTo(draws.weights());
        assertThat(draws.engine(7)).isEqualTo(new Draws(1000).engine(7));
    }

    private static List<Float> noise(long seed, long step, DrawnInput input) {
        ByteBuffer bytes = buffer(3);
        new Draws(seed).learn(input, step, bytes);
        return List.of(bytes.getFloat(0), bytes.getFloat(4), bytes.getFloat(8));
    }

    private static ByteBuffer buffer(int floats) {
        return ByteBuffer.allocate(floats * 4).order(ByteOrder.nativeOrder());
    }
}
