/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A ring against a list that forgets nothing. */
class RingProperties {
    @Property
    void givesTheNewestInOrder(
            @ForAll @IntRange(min = 1, max = 20) int capacity,
            @ForAll @Size(max = 60) List<Integer> items,
            @ForAll @IntRange(max = 70) int from,
            @ForAll @IntRange(min = 1, max = 70) int most) {
        Ring<Integer> ring = new Ring<>(capacity);
        items.forEach(ring::add);
        int first = Math.max(from, Math.max(0, items.size() - capacity));
        int next = Math.max(first, Math.min(items.size(), first + most));
        Ring.Slice<Integer> slice = ring.after(from, most);
        List<Integer> expected = first < items.size() ? new ArrayList<>(items.subList(first, next)) : List.of();
        assertThat(slice.items()).isEqualTo(expected);
        assertThat(ring.end()).isEqualTo(items.size());
    }
}
