/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.junit;

import dev.tendon.api.choice.ChoiceType;
import dev.tendon.testkit.internal.ApiPackages;
import dev.tendon.testkit.internal.JarChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The test of a finished jar, after it was packaged: imports, exports, native code. */
public interface JarContract {
    /** What is tested. */
    Path jar();

    /** One test for each promise. */
    @TestFactory
    default Stream<DynamicTest> conforms() throws IOException {
        return CheckTests.of(JarChecks.of(jar(), ApiPackages.of(ChoiceType.class)));
    }
}
