/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.testkit.Finding.Outcome;
import dev.tendon.testkit.samples.ArmType;
import dev.tendon.testkit.samples.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every broken promise is told by the check that it belongs to. */
class RobotConformanceTest {
    private static final TryOptions OPTIONS = TryOptions.of(Map.of("port", "sim:"), Map.of("port", "/dev/no-such-arm"));

    @Test
    void anArmThatKeepsItsPromisesPassesEverything() throws Exception {
        for (Check check : Conformance.checks("robot arm", new ArmType(Fault.NONE), OPTIONS)) {
            Finding finding = check.run();
            assertThat(finding.outcome()).as(finding.toString()).isEqualTo(Outcome.PASSED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NONE", "ABSENT_HANGS"})
    void aBrokenPromiseFailsItsOwnCheck(Fault fault) throws Exception {
        List<Check> checks = Conformance.checks("robot arm", new ArmType(fault), OPTIONS).stream()
                .filter(check -> check.id().equals(fault.check()))
                .toList();
        assertThat(checks).hasSize(1);
        Finding finding = checks.get(0).run();
        assertThat(finding.outcome()).as(finding.toString()).isEqualTo(Outcome.FAILED);
        assertThat(finding.text()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(names = {"SAYS_NOTHING_OF_WHAT_IT_SENT", "ALLOCATES", "TAKES_NAN", "ONE_THREAD_ONLY"})
    void andNoOther(Fault fault) throws Exception {
        for (Check check : Conformance.checks("robot arm", new ArmType(fault), OPTIONS)) {
            boolean shown = check.id().equals(fault.check())
                    || fault == Fault.SAYS_NOTHING_OF_WHAT_IT_SENT && check.id().equals("limits");
            if (!shown) {
                Finding finding = check.run();
                assertThat(finding.outcome()).as(finding.toString()).isEqualTo(Outcome.PASSED);
            }
        }
    }

    @Test
    void withoutOptionsNothingIsClaimed() throws Exception {
        for (Check check : Conformance.checks(
                "robot arm",
                new ArmType(Fault.NONE),
                new TryOptions(java.util.Optional.empty(), java.util.Optional.empty(), false))) {
            if (!check.id().equals("help")) {
                assertThat(check.run().outcome()).as(check.id()).isEqualTo(Outcome.NOT_TRIED);
            }
        }
    }

    @Test
    void optionsAreGuessedFromTheirNames() {
        TryOptions guessed = Conformance.guess(new ArmType(Fault.NONE));
        assertThat(guessed.present()).contains(Map.of("port", "sim:"));
        assertThat(guessed.absent())
                .hasValueSatisfying(absent -> assertThat(absent).containsKey("port"));
        assertThat(guessed.given()).isFalse();
    }
}
