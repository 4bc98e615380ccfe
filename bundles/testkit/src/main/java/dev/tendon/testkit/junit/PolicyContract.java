/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.junit;

import dev.tendon.api.policy.PolicyType;
import dev.tendon.testkit.Conformance;
import dev.tendon.testkit.TryOptions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A policy's conformance test, on an arm of six joints; see {@link RobotContract}. */
public interface PolicyContract {
    /** What is tested. */
    PolicyType<?> type();

    /** Options with which it works. */
    Map<String, Object> present();

    /** Options with which what it needs, such as its checkpoint, is not there; empty where it needs nothing. */
    default Optional<Map<String, Object>> absent() {
        return Optional.empty();
    }

    /** One test for each promise. */
    @TestFactory
    default Stream<DynamicTest> conforms() {
        return CheckTests.of(
                Conformance.checks("policy", type(), new TryOptions(Optional.of(present()), absent(), true)));
    }
}
