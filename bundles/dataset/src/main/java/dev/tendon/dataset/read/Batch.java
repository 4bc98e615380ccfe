/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Items that belong together. Whoever gets it owns it until {@link #close}, which gives its memory back to the loader. Thread: its owner's.
 */
public final class Batch implements AutoCloseable {
    private final List<Item> places;
    private final BlockingQueue<Batch> free;
    private final AtomicBoolean out = new AtomicBoolean();
    private List<Item> items = List.of();
    private long epoch;
    private long position;

    Batch(ItemReader reader, int size, BlockingQueue<Batch> free) {
        places = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            places.add(reader.newItem());
        }
        this.free = free;
    }

    Item place(int i) {
        return places.get(i);
    }

    void filled(long ofEpoch, long fromPosition, int count) {
        epoch = ofEpoch;
        position = fromPosition;
        items = List.copyOf(places.subList(0, count));
        out.set(true);
    }

    /** Its items, in the sampler's order; the last batch of an epoch may have fewer. */
    public List<Item> items() {
        return items;
    }

    /** The epoch that it is of. */
    public long epoch() {
        return epoch;
    }

    /** Position of its first item in the epoch. A run that has done with it goes on at this plus its size. */
    public long position() {
        return position;
    }

    /** Gives its memory back; its items are no longer to be looked at. Once for each time that it was handed out. */
    @Override
    public void close() {
        if (!out.compareAndSet(true, false)) {
            throw new IllegalStateException("a batch was given back twice");
        }
        items = List.of();
        free.add(this);
    }
}
