/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceContext;
import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.policy.HasTrainedRange;
import dev.tendon.api.robot.HasRanges;
import dev.tendon.runtime.JointRanges;
import org.junit.jupiter.api.Test;

class TrainedRangeTest {
    private static final JointRanges JOINTS = ranges(-90, 90, 0, 100);

    @Test
    void takesWhatTheJointsCanReach() {
        assertThatCode(() -> check(ranges(-100, 90, 2, 124))).doesNotThrowAnyException();
    }

    @Test
    void namesEveryJointThatCannotReachWhatThePolicyWasTrainedOn() {
        assertThatThrownBy(() -> check(ranges(-170, 60, 40, 160)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a.pos (deg): trained from -170.0 to 60.0")
                .hasMessageContaining("from -90.0 to 90.0")
                .hasMessageContaining("b.pos (deg): trained from 40.0 to 160.0")
                .hasMessageContaining("use_degrees=false");
    }

    @Test
    void saysNothingOfWhatNobodyKnows() {
        assertThatCode(() -> check(ranges(Double.NaN, Double.NaN, Double.NaN, 50)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesBeforeTheRobotMoves() {
        Bench bench = new Bench();
        class Ranged extends FakeRobot implements HasRanges {
            Ranged(DeviceContext context) {
                super(bench.world, context);
            }

            @Override
            public void ranges(FrameWriter low, FrameWriter high) {
                write(low, -90, 0);
                write(high, 90, 100);
            }
        }
        class Trained extends FakePolicy implements HasTrainedRange {
            Trained() {
                super(100, 1, 1);
            }

            @Override
            public void trainedRange(FrameWriter low, FrameWriter high) {
                write(low, -1000, 0);
                write(high, 1000, 100);
            }
        }
        bench.types.robot(1, Ranged::new);
        bench.types.policy(2, c -> new Trained());

        assertThatThrownBy(() -> bench.run(Bench.decided()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a.pos");
        assertThat(bench.world.sends).isZero();
        assertThat(bench.world.torque).isFalse();
    }

    private static void write(FrameWriter out, double a, double b) {
        out.value(0, a);
        out.value(1, b);
    }

    private static void check(JointRanges trained) {
        TrainedRange.check(trained, JOINTS, FakeRobot.FEATURES);
    }

    private static JointRanges ranges(double lowA, double highA, double lowB, double highB) {
        return JointRanges.of(new double[] {lowA, lowB}, new double[] {highA, highB});
    }
}
