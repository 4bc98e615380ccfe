/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.config.RefusedChoice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private final Claims<String> claims = new Claims<>();

    private static Claim claim(String bundle, String version, long order, String... names) {
        return new Claim(List.of("robot"), List.of(names), "An arm", bundle, version, order, order);
    }

    private String holder(String name) {
        return claims.find("robot", name).map(Claims.Granted::target).orElse("nobody");
    }

    @Test
    void givesANameToTheHighestVersionOfABundle() {
        claims.add(claim("a", "1.10.0", 1, "arm"), "1.10");
        assertThat(claims.add(claim("a", "1.9.0", 2, "arm"), "1.9")).isEmpty();

        assertThat(holder("arm")).isEqualTo("1.10");
        assertThat(claims.list()).singleElement().satisfies(info -> assertThat(info.version())
                .isEqualTo("1.10.0"));
    }

    @Test
    void givesANameToTheLaterInstalledOfEqualVersions() {
        claims.add(claim("a", "1.0.0", 1, "arm"), "old bytes");
        claims.add(claim("a", "1.0.0", 2, "arm"), "new bytes");

        assertThat(holder("arm")).isEqualTo("new bytes");
    }

    @Test
    void refusesASecondBundleAndNamesBoth() {
        claims.add(claim("a", "1.0.0", 1, "arm"), "a");

        assertThat(claims.add(claim("b", "2.0.0", 2, "arm", "other"), "b"))
                .containsExactly(new RefusedChoice("robot", "arm", "b", "2.0.0", "a"));
        assertThat(holder("arm")).isEqualTo("a");
        assertThat(holder("other")).isEqualTo("b");
    }

    @Test
    void keepsANameWithItsBundleThroughAnUpdateThoughAnotherWaits() {
        Claim old = claim("a", "1.0.0", 1, "arm");
        Claim updated = claim("a", "1.1.0", 3, "arm");
        claims.add(old, "a 1.0");
        claims.add(claim("b", "1.0.0", 2, "arm"), "b");
        claims.add(updated, "a 1.1");
        claims.remove(old);
        assertThat(holder("arm")).isEqualTo("a 1.1");

        claims.remove(updated);

        assertThat(holder("arm")).isEqualTo("b");
        assertThat(claims.refused()).isEmpty();
    }

    @Test
    void givesANameToTheFirstThoughItIsToldLast() {
        claims.add(claim("b", "1.0.0", 2, "arm"), "b");

        assertThat(claims.add(claim("a", "1.0.0", 1, "arm"), "a"))
                .containsExactly(new RefusedChoice("robot", "arm", "b", "1.0.0", "a"));
    }
}
