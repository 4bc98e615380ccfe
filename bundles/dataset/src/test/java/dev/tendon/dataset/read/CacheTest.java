/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CacheTest {
    private final List<String> loaded = new ArrayList<>();
    private final Cache<String, String> cache = new Cache<>(10, String::length);

    @Test
    void keepsWhatWasUsedLastAsFarAsItFits() throws Exception {
        get("aaaa");
        get("bbbb");
        get("aaaa");
        get("cccc");
        get("aaaa");
        get("bbbb");

        assertThat(loaded).containsExactly("aaaa", "bbbb", "cccc", "bbbb");
    }

    @Test
    void whatIsLargerThanAllOfItStaysUntilTheNextComes() throws Exception {
        get("aaaaaaaaaaaaaa");
        get("aaaaaaaaaaaaaa");
        get("b");
        get("aaaaaaaaaaaaaa");

        assertThat(loaded).containsExactly("aaaaaaaaaaaaaa", "b", "aaaaaaaaaaaaaa");
    }

    @Test
    void aFailureIsNotKept() throws Exception {
        assertThatThrownBy(() -> cache.get("a", () -> {
                    throw new IOException("broken");
                }))
                .hasMessage("broken");

        assertThat(get("a")).isEqualTo("a");
    }

    private String get(String key) throws IOException {
        return cache.get(key, () -> {
            loaded.add(key);
            return key;
        });
    }
}
