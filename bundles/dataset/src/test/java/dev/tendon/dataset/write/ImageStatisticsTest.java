/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Statistics of pictures against those of LeRobot 0.6 (7427f3180, NumPy 2, {@code get_feature_stats} over all frames) for the
 * picture {@code (7x + 13y + 29f + 31c)(x + y + 1) mod 251 mod (200 + 20c)}.
 */
class ImageStatisticsTest {
    private static final Map<String, double[]> SMALL = Map.of(
            "min", new double[] {0, 0, 0},
            "max", new double[] {0.78039217, 0.85882354, 0.9372549},
            "mean", new double[] {0.33111444, 0.38371795, 0.44815895},
            "q01", new double[] {0.00393854, 0.00382906, 0.0037968},
            "q10", new double[] {0.04709052, 0.04700842, 0.05097448},
            "q50", new double[] {0.29020301, 0.36868932, 0.44689416},
            "q90", new double[] {0.68615728, 0.76470212, 0.84297686},
            "q99", new double[] {0.77250931, 0.85101226, 0.92947464});

    /** Mean and deviation are the true ones; LeRobot's are off by 10<sup>-5</sup> and 10<sup>-4</sup>. */
    private static final Map<String, double[]> LARGE = Map.of(
            "max", new double[] {0.78039217, 0.85882354, 0.9372549},
            "mean", new double[] {0.32953869, 0.38153357, 0.44684567},
            "std", new double[] {0.23592951, 0.26404824, 0.28216487},
            "q01", new double[] {-3.9215687e-13, -3.9215687e-13, -3.9215687e-13},
            "q10", new double[] {0.0432321, 0.04689318, 0.05081222},
            "q50", new double[] {0.29015604, 0.36478913, 0.44330038},
            "q90", new double[] {0.68235341, 0.76086736, 0.83917882},
            "q99", new double[] {0.77251186, 0.85100437, 0.92947036});

    private static FeatureStatistics statistics(int width, int height, int frames) {
        ImageStatistics statistics = new ImageStatistics();
        for (int f = 0; f < frames; f++) {
            ByteBuffer rgb = ByteBuffer.allocate(width * height * 3 + 5).position(5);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    for (int c = 0; c < 3; c++) {
                        rgb.put((byte) ((x * 7 + y * 13 + f * 29 + c * 31) * (x + y + 1) % 251 % (200 + c * 20)));
                    }
                }
            }
            statistics.add(rgb.position(5), width, height);
            assertThat(rgb.position()).isEqualTo(5);
        }
        return statistics.result(FormatVersion.V3_0);
    }

    private static void assertClose(Map<String, double[]> expected, FeatureStatistics found) {
        expected.forEach((name, values) -> {
            assertThat(found.get(name).shape()).isEqualTo(List.of(3, 1, 1));
            for (int channel = 0; channel < 3; channel++) {
                assertThat(found.get(name).get(channel)).as(name).isEqualTo(values[channel], within(5e-8));
            }
        });
    }

    @Test
    void areLeRobotsForASmallPicture() {
        FeatureStatistics found = statistics(64, 48, 10);
        assertClose(SMALL, found);
        assertThat(found.count()).isEqualTo(10);
    }

    @Test
    void lookAtEveryFourthPixelOfALargePictureAsLeRobotDoes() {
        assertClose(LARGE, statistics(640, 480, 20));
    }

    @Test
    void haveNoDeviationWhereNothingDeviates() {
        ImageStatistics statistics = new ImageStatistics();
        ByteBuffer grey = ByteBuffer.allocate(640 * 480 * 3);
        while (grey.hasRemaining()) {
            grey.put((byte) 100);
        }
        for (int i = 0; i < 100; i++) {
            statistics.add(grey.rewind(), 640, 480);
        }
        assertThat(statistics.result(FormatVersion.V3_0).get("std").get(0)).isZero(); // LeRobot 0.6: 0.06
    }

    @Test
    void beginAnewForTheNextEpisode() {
        ImageStatistics statistics = new ImageStatistics();
        statistics.add(ByteBuffer.allocate(12), 2, 2);
        statistics.clear();
        assertThat(statistics.frames()).isZero();
        assertThatThrownBy(() -> statistics.result(FormatVersion.V3_0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sampleAsLeRobotDoes() {
        assertThat(ImageStatistics.sampleIndices(10)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(ImageStatistics.sampleIndices(1)).containsExactly(0);
        assertThat(ImageStatistics.sampleIndices(0)).isEmpty();
        assertThat(ImageStatistics.sampleIndices(777))
                .hasSize(147)
                .startsWith(0, 5, 11, 16, 21)
                .endsWith(771, 776);
        assertThat(ImageStatistics.sampleIndices(100_000)).hasSize(5623);
    }

    @Test
    void refuseLessThanAPicture() {
        assertThatThrownBy(() -> new ImageStatistics().add(ByteBuffer.allocate(11), 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 x 2");
    }
}
