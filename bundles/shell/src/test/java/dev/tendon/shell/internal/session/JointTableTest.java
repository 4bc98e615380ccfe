/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.runtime.SessionSnapshot;
import org.junit.jupiter.api.Test;

class JointTableTest {
    private static final Features ARM = Features.of(Feature.scalar("pan.pos", "deg"));

    @Test
    void showsWhatIsWantedSentAndObservedOfEachJoint() {
        assertThat(new JointTable(ARM, ARM, 60).lines(Reports.snapshot(99, 59.94, 1.5, 1.25, -0.125)))
                .startsWith("JOINT       WANTED       SENT   OBSERVED", "pan.pos       1.50       1.25      -0.13")
                .hasSize(3);
    }

    @Test
    void showsADashWhereNothingIsObserved() {
        Features wheels = Features.of(Feature.scalar("x.vel", "m/s"));

        assertThat(new JointTable(wheels, ARM, 60)
                        .lines(Reports.snapshot(0, 60, 1, 1, 5))
                        .get(1))
                .endsWith("–");
    }

    @Test
    void namesTheCameraThatMissesPictures() {
        SessionSnapshot.Figures figures = new SessionSnapshot.Figures(9, 0, 60, 0, 0, 0, Reports.cameras());
        double[] joint = {1};
        assertThat(new JointTable(ARM, ARM, 60).line(SessionSnapshot.of(figures, joint, joint, joint)))
                .endsWith(", camera top: 29 stale, 3 lost");
    }

    @Test
    void putsTheFiguresInOneLine() {
        assertThat(new JointTable(ARM, ARM, 60).line(Reports.snapshot(99, 59.94, 0, 0, 0)))
                .startsWith("tick 100, 59.9 of 60.0 per second, late 12 µs (worst 34), missed 5")
                .contains("6 failed", "held 4");
    }
}
