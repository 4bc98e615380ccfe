/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.junit;

import dev.tendon.api.camera.CameraType;
import dev.tendon.testkit.Conformance;
import dev.tendon.testkit.TryOptions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A camera's conformance test; see {@link RobotContract}. */
public interface CameraContract {
    /** What is tested. */
    CameraType<?> type();

    /** Options with which its device is there. */
    Map<String, Object> present();

    /** Options with which it is not. */
    Map<String, Object> absent();

    /** One test for each promise. */
    @TestFactory
    default Stream<DynamicTest> conforms() {
        return CheckTests.of(Conformance.checks("camera", type(), TryOptions.of(present(), absent())));
    }
}
