/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void callsEachLaneOnceAndWaitsForAll() {
        try (Lanes lanes = new Lanes(3)) {
            AtomicIntegerArray calls = new AtomicIntegerArray(3);
            for (int round = 1; round <= 200; round++) {
                lanes.run(calls::incrementAndGet);
                for (int lane = 0; lane < 3; lane++) {
                    assertThat(calls.get(lane)).isEqualTo(round);
                }
            }
        }
    }

    @Test
    void tellsWhatALaneThrewAndGoesOn() {
        try (Lanes lanes = new Lanes(2)) {
            assertThatThrownBy(() -> lanes.run(lane -> {
                        if (lane == 1) {
                            throw new IllegalArgumentException("too long");
                        }
                    }))
                    .hasRootCauseMessage("too long");
            lanes.run(lane -> {});
        }
    }

    @Test
    void refusesWorkOnceClosed() {
        Lanes lanes = new Lanes(2);
        lanes.close();

        assertThatThrownBy(() -> lanes.run(lane -> {})).isInstanceOf(IllegalStateException.class);
    }
}
