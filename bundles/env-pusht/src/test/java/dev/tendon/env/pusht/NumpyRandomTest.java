/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.env.pusht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers made by NumPy 2.4.6: {@code RandomState(seed)}, four times randint, then randn() * 2 pi - pi. */
class NumpyRandomTest {
    @ParameterizedTest
    @CsvSource({
        "0, 222, 97, 217, 292, 3.0079994677219553",
        "1, 87, 285, 172, 355, -6.595749753457083",
        "42, 152, 398, 370, 206, -0.16423722535645258",
        "1000, 137, 121, 292, 351, -9.646811770878916",
        "1001, 415, 443, 289, 386, -5.06612837614686",
        "100000, 235, 124, 335, 128, -0.9049274284249247",
        "4294967295, 340, 62, 171, 164, -2.6307466406555617"
    })
    void drawsWhatNumpyDraws(long seed, int a, int b, int c, int d, double angle) {
        NumpyRandom random = new NumpyRandom(seed);
        assertThat(random.randint(50, 450)).isEqualTo(a);
        assertThat(random.randint(50, 450)).isEqualTo(b);
        assertThat(random.randint(100, 400)).isEqualTo(c);
        assertThat(random.randint(100, 400)).isEqualTo(d);
        assertThat(random.randn() * 2 * Math.PI - Math.PI).isCloseTo(angle, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L})
    void refusesSeedsThatNumpyRefuses(long seed) {
        assertThatThrownBy(() -> new NumpyRandom(seed)).hasMessageContaining(String.valueOf(seed));
    }
}
