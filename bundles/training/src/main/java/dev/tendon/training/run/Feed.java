/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.time.Joining;
import dev.tendon.dataset.read.Item;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Makes a network's inputs ready before they are asked for, in a thread of its own. Thread: {@link #next} and {@link #close} its owner's.
 */
final class Feed implements AutoCloseable {
    /** One that is asked for, one ready, one in the making. */
    private static final int PLACES = 3;

    /** A batch of inputs by name; empty: there are no more, or {@code failure} says why. */
    private record Ready(@Nullable Map<String, ByteBuffer> inputs, @Nullable Throwable failure) {}

    private final ItemSource source;
    private final BatchCopier copier;
    private final BlockingQueue<Map<String, ByteBuffer>> free = new ArrayBlockingQueue<>(PLACES);
    private final BlockingQueue<Ready> ready = new ArrayBlockingQueue<>(PLACES + 1);
    private final Thread thread;
    private @Nullable Map<String, ByteBuffer> out;

    private Feed(ItemSource source, BatchCopier copier) {
        this.source = source;
        this.copier = copier;
        for (int i = 0; i < PLACES; i++) {
            free.add(copier.place());
        }
        thread = new Thread(this::work, "tendon-feed");
        thread.setDaemon(true);
    }

    /** Starts; the source is closed with it. */
    static Feed start(ItemSource source, BatchCopier copier) {
        Feed feed = new Feed(source, copier);
        feed.thread.start();
        return feed;
    }

    /**
     * The next batch's inputs, by name; good until the next call.
     *
     * @return null after the last
     * @throws IOException where an item cannot be read; nothing comes after it
     */
    @Nullable
    Map<String, ByteBuffer> next() throws IOException, InterruptedException {
        if (out != null) {
            free.add(out);
            out = null;
        }
        Ready next = ready.take();
        if (next.failure instanceof IOException io) {
            throw new IOException(io.getMessage(), io);
        }
        if (next.failure != null) {
            throw new IllegalStateException(next.failure);
        }
        out = next.inputs;
        return out;
    }

    private void work() {
        try {
            while (true) {
                Map<String, ByteBuffer> place = free.take();
                List<Item> items = source.next();
                if (items == null) {
                    ready.add(new Ready(null, null));
                    return;
                }
                copier.copy(items, place);
                ready.add(new Ready(place, null));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            ready.add(new Ready(null, e));
        }
    }

    /** Ends its thread and its source. */
    @Override
    public void close() {
        thread.interrupt();
        Joining.all(List.of(thread));
        source.close();
    }
}
