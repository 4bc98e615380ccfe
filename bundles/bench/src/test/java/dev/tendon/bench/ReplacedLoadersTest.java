/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.time.SystemClock;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplacedLoadersTest {
    private final ReplacedLoaders loaders = new ReplacedLoaders(new SystemClock());

    @Test
    void forgetsLoadersThatNobodyHolds() throws Exception {
        for (int i = 0; i < 3; i++) {
            loaders.add(instanceOfAnotherLoader().getClass().getClassLoader());
        }
        assertThat(loaders.leaked(Duration.ofSeconds(10))).isZero();
    }

    @Test
    void seesTheOneThatAnInstanceKeeps() throws Exception {
        Object kept = instanceOfAnotherLoader();
        loaders.add(kept.getClass().getClassLoader());
        loaders.add(instanceOfAnotherLoader().getClass().getClassLoader());
        assertThat(loaders.leaked(Duration.ofMillis(300))).isOne();
        assertThat(kept).isNotNull();
    }

    private static Object instanceOfAnotherLoader() throws Exception {
        URL classes = Figures.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            var constructor = loader.loadClass(Figures.class.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        }
    }
}
