/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoundedTest {
    @Test
    void whatHangsIsToldWithThePlaceWhereItHangs() {
        assertThatThrownBy(() -> Bounded.run("hangs", Duration.ofMillis(100), BoundedTest::hang))
                .isInstanceOf(Violation.class)
                .hasMessageContaining("did not return within 0.1 s")
                .hasMessageContaining("BoundedTest.hang");
    }

    private static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
