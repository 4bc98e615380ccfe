/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.junit;

import dev.tendon.testkit.Check;
import dev.tendon.testkit.Finding;
import dev.tendon.testkit.Finding.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Checks as tests. */
final class CheckTests {
    private CheckTests() {}

    static Stream<DynamicTest> of(List<Check> checks) {
        return checks.stream()
                .map(check -> DynamicTest.dynamicTest(check.id() + ": " + check.promise(), () -> run(check)));
    }

    private static void run(Check check) throws InterruptedException {
        Finding finding = check.run();
        Assumptions.assumeFalse(finding.outcome() == Outcome.NOT_TRIED, finding.text());
        if (finding.outcome() == Outcome.FAILED) {
            Assertions.fail(finding.text());
        }
    }
}
