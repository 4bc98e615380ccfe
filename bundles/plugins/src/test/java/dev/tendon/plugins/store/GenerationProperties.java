/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A generation's text gives the generation back, and no part of it is taken for the whole. */
class GenerationProperties {
    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll("generations") Generation generation) {
        assertThat(Generation.parse(generation.text())).isEqualTo(generation);
    }

    @Property(tries = 200)
    void aTornTextIsRefused(
            @ForAll("generations") Generation generation, @ForAll @IntRange(min = 1, max = 400) int lost) {
        String text = generation.text();
        String torn = text.substring(0, Math.max(0, text.length() - lost));
        assertThatThrownBy(() -> Generation.parse(torn)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void versionsReadTheirOwnText(@ForAll("versions") BundleVersion version) {
        assertThat(BundleVersion.parse(version.toString())).isEqualTo(version);
    }

    @Provide
    Arbitrary<Generation> generations() {
        Arbitrary<Generation.Plugin> plugins = Combinators.combine(
                        names(),
                        versions(),
                        Arbitraries.strings().withChars("0123456789abcdef").ofLength(64),
                        Arbitraries.of(true, false),
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .ofMaxLength(20)
                                .map(name -> "a" + name + ".jar"))
                .as(Generation.Plugin::new);
        return Combinators.combine(
                        Arbitraries.longs().between(1, Long.MAX_VALUE),
                        plugins.list().ofMaxSize(5).uniqueElements(Generation.Plugin::symbolicName),
                        names().list().ofMaxSize(3))
                .as((number, list, disabled) -> new Generation(number, list, new TreeSet<>(disabled)));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map((List<String> words) -> String.join(".", words));
    }

    @Provide
    Arbitrary<BundleVersion> versions() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 999_999_999);
        return Combinators.combine(
                        numbers,
                        numbers,
                        numbers,
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withChars("_-09")
                                .ofMaxLength(6))
                .as(BundleVersion::new);
    }
}
