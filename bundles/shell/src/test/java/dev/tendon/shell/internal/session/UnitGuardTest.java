/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.option.ConfigException;
import dev.tendon.runtime.JointRanges;
import dev.tendon.shell.internal.FakeConsole;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitGuardTest {
    private final FakeConsole console = new FakeConsole();
    private final Recording recording;

    UnitGuardTest() throws IOException {
        recording = Recording.read(RecordingTest.REACH, 0);
    }

    /** An SO-101 whose arm is in {@code unit}. */
    private Features arm(String unit) {
        return Features.of(recording.names().stream()
                .map(name -> Feature.scalar(name, name.startsWith("gripper") ? Units.PERCENT : unit))
                .toList());
    }

    private void check(String unit, boolean allow) {
        UnitGuard.check(recording, arm(unit), Optional.empty(), allow, console);
    }

    @Test
    void letsARecordingInTheRobotsUnitPass() {
        check(Units.SIGNED_PERCENT, false);

        assertThat(console.err).isEmpty();
    }

    @Test
    void refusesTheWrongUnitAndNamesTheOptionToSet() {
        assertThatThrownBy(() -> check(Units.DEGREES, false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("was not moved")
                .hasMessageContaining("set --robot.use_degrees=false")
                .hasMessageContaining("--allow_unit_mismatch=true");
    }

    @Test
    void warnsOnlyWhereTheUserAllowsIt() {
        check(Units.DEGREES, true);

        assertThat(console.err).isNotEmpty().allMatch(line -> line.startsWith("warning: "));
    }

    @Test
    void asksForTheCalibrationWhereTheUnitIsRightButTheArmCannotReach() {
        double[] low = new double[6];
        double[] high = new double[6];
        Arrays.fill(low, -0.5);
        Arrays.fill(high, 0.5);
        Features degrees = arm(Units.DEGREES);

        assertThatThrownBy(() ->
                        UnitGuard.check(recording, degrees, Optional.of(JointRanges.of(low, high)), false, console))
                .hasMessageContaining("this robot's calibration ends at -0.5 and 0.5 degrees");
    }
}
