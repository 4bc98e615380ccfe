/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.json.PythonJson;
import dev.tendon.dataset.internal.HalfFloat;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Numbers, levels and quantiles, by their laws. */
class WriteProperties {
    @Property
    void aNumberInJsonIsTheNumber(@ForAll double value) {
        String text = PythonJson.line(List.of(value));
        if (!Double.isNaN(value) && !Double.isInfinite(value)) {
            assertThat(Double.parseDouble(text.substring(1, text.length() - 1))).isEqualTo(value);
        }
    }

    @Example
    void everyHalfFloatIsItself() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = HalfFloat.value((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(HalfFloat.of(value)).isEqualTo((short) bits);
            }
        }
    }

    @Property
    void aHalfFloatIsTheNearest(@ForAll float value) {
        float half = HalfFloat.value(HalfFloat.of(value));
        if (Math.abs(value) < 65504) {
            short bits = HalfFloat.of(Math.abs(value));
            double error = Math.abs(Math.abs(half) - Math.abs((double) value));
            assertThat(error)
                    .isLessThanOrEqualTo(Math.abs(HalfFloat.value((short) (bits + 1)) - Math.abs((double) value)));
        }
    }

    @Property
    void levelsTellWhereListsBegin(@ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 4) Integer> shape) {
        int[] levels = Levels.repetition(shape);
        int expected = 1;
        for (int axis = 0; axis < shape.size(); axis++) {
            expected *= shape.get(axis);
            int most = axis + 1;
            assertThat(Arrays.stream(levels).filter(level -> level <= most).count())
                    .isEqualTo(expected);
        }
    }

    @Property
    void quantilesRiseAndStayWithinTheValues(
            @ForAll @Size(min = 2, max = 200) List<@IntRange(min = -1000, max = 1000) Integer> values) {
        double[] sorted = values.stream().mapToDouble(v -> v / 8.0).sorted().toArray();
        long[] once = new long[sorted.length];
        Arrays.fill(once, 1);
        double least = sorted[0] - 1e-9;
        for (double quantile : new Quantiles(sorted, once, false).all().values()) {
            assertThat(quantile).isGreaterThanOrEqualTo(least).isLessThanOrEqualTo(sorted[sorted.length - 1] + 1e-9);
            least = quantile;
        }
    }

    @Property
    void sumsInPairsAreSums(@ForAll @Size(max = 400) List<@IntRange(min = -999, max = 999) Integer> values) {
        assertThat(Sums.inPairs(values::get, 0, values.size(), true))
                .isEqualTo(values.stream().mapToInt(v -> v).sum());
    }
}
