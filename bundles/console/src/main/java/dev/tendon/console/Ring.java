/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import java.util.ArrayList;
import java.util.List;

/** The newest things of their kind; beyond the capacity the oldest are forgotten. Thread: any; nobody waits longer than a copy. */
final class Ring<T> {
    private final int capacity;
    private final List<T> items;
    private long added;

    Ring(int capacity) {
        this.capacity = capacity;
        items = new ArrayList<>(capacity);
    }

    synchronized void add(T item) {
        if (items.size() < capacity) {
            items.add(item);
        } else {
            items.set((int) (added % capacity), item);
        }
        added++;
    }

    /** How many were ever added: a place behind the newest, for {@link #after}. */
    synchronized long end() {
        return added;
    }

    /** What was added from place {@code from} on, less what is forgotten; at most {@code most}. */
    synchronized Slice<T> after(long from, int most) {
        long first = Math.max(from, added - items.size());
        long next = Math.min(added, first + most);
        List<T> slice = new ArrayList<>();
        for (long place = first; place < next; place++) {
            slice.add(items.get((int) (place % capacity)));
        }
        return new Slice<>(slice, next);
    }

    /**
     * A part.
     *
     * @param next the place to go on from
     */
    record Slice<T>(List<T> items, long next) {}
}
