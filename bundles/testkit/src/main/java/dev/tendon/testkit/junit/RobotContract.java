/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.junit;

import dev.tendon.api.robot.RobotType;
import dev.tendon.testkit.Conformance;
import dev.tendon.testkit.TryOptions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A robot's conformance test.
 *
 * <pre>{@code
 * class AcmeArmConformsTest implements RobotContract {
 *     public RobotType<?> type() { return new AcmeArmType(); }
 *     public Map<String, Object> present() { return Map.of("port", "sim:"); }
 *     public Map<String, Object> absent() { return Map.of("port", "/dev/no-such-port"); }
 * }
 * }</pre>
 */
public interface RobotContract {
    /** What is tested. */
    RobotType<?> type();

    /** Options with which the robot is there: a simulated one, as a rule. */
    Map<String, Object> present();

    /** Options with which it is not. */
    Map<String, Object> absent();

    /** One test for each promise. */
    @TestFactory
    default Stream<DynamicTest> conforms() {
        return CheckTests.of(Conformance.checks("robot", type(), TryOptions.of(present(), absent())));
    }
}
