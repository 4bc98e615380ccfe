/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.api.time.Joining;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches ready before they are asked for, with threads of its own, in the sampler's order. So many are ready or in the making as
 * {@link LoaderOptions} allows, and no more: workers wait for batches that are given back. Thread: {@link #next} its owner's.
 */
public final class BatchLoader implements AutoCloseable {
    /** What a worker is to fill. */
    private record Ticket(long number, long epoch, long position, int items) {}

    /** What came of it. */
    private record Outcome(@Nullable Batch batch, @Nullable Throwable failure) {}

    private final ItemReader reader;
    private final EpisodeSampler sampler;
    private final LoaderOptions options;
    private final BlockingQueue<Batch> free;
    private final List<Thread> threads = new ArrayList<>();
    private final Object lock = new Object();
    private final Map<Long, Outcome> ready = new HashMap<>();
    private long tickets;
    private long handedOut;
    private long epoch;
    private long position;
    private boolean ended;
    private boolean closed;

    private BatchLoader(ItemReader reader, EpisodeSampler sampler, LoaderOptions options) {
        this.reader = reader;
        this.sampler = sampler;
        this.options = options;
        epoch = options.epoch();
        position = options.position();
        int batches = options.workers() * options.prefetch() + 1;
        free = new ArrayBlockingQueue<>(batches);
        for (int i = 0; i < batches; i++) {
            free.add(new Batch(reader, options.batchSize(), free));
        }
    }

    /** Starts its workers. Reader and sampler stay the caller's. */
    public static BatchLoader start(ItemReader reader, EpisodeSampler sampler, LoaderOptions options) {
        BatchLoader loader = new BatchLoader(reader, sampler, options);
        for (int i = 0; i < options.workers(); i++) {
            Thread thread = new Thread(loader::work, "tendon-loader-" + i);
            thread.setDaemon(true);
            loader.threads.add(thread);
        }
        loader.threads.forEach(Thread::start);
        return loader;
    }

    /**
     * The next batch; waits for it.
     *
     * @return null after the last
     * @throws IOException where an item of it cannot be read. The batch is lost, the next can be asked for
     */
    public @Nullable Batch next() throws IOException, InterruptedException {
        Outcome outcome;
        synchronized (lock) {
            while (!ready.containsKey(handedOut)) {
                if (closed) {
                    throw new IllegalStateException("the loader is closed");
                }
                if (ended && handedOut == tickets) {
                    return null;
                }
                lock.wait();
            }
            outcome = ready.remove(handedOut++);
        }
        Throwable failure = outcome.failure;
        if (failure instanceof IOException io) {
            throw new IOException(io.getMessage(), io);
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return outcome.batch;
    }

    private void work() {
        try {
            while (true) {
                // First the place, then the number: so the batch that is waited for always has a place.
                Batch batch = free.take();
                Ticket ticket = draw();
                if (ticket == null) {
                    free.add(batch);
                    return;
                }
                Outcome outcome = fill(batch, ticket);
                synchronized (lock) {
                    ready.put(ticket.number, outcome);
                    lock.notifyAll();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Ticket draw() {
        synchronized (lock) {
            long size = options.rest() == LoaderOptions.Rest.DROPPED
                    ? sampler.size() / options.batchSize() * options.batchSize()
                    : sampler.size();
            if (filled() && size > 0) {
                epoch += position / size;
                position %= size;
            } else if (position >= size && size > 0) {
                epoch++;
                position = 0;
            }
            if (closed || size == 0 || (options.epochs() > 0 && epoch - options.epoch() >= options.epochs())) {
                ended = true;
                lock.notifyAll();
                return null;
            }
            int items = filled() ? options.batchSize() : (int) Math.min(options.batchSize(), size - position);
            Ticket ticket = new Ticket(tickets++, epoch, position, items);
            position += items;
            return ticket;
        }
    }

    private boolean filled() {
        return options.rest() == LoaderOptions.Rest.FILLED;
    }

    private Outcome fill(Batch batch, Ticket ticket) throws InterruptedException {
        try {
            for (int i = 0; i < ticket.items; i++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                long at = ticket.position + i;
                long round = ticket.epoch + at / sampler.size(); // beyond the end only where batches are filled up
                reader.read(sampler.index(round, at % sampler.size()), round, batch.place(i));
            }
            batch.filled(ticket.epoch, ticket.position, ticket.items);
            return new Outcome(batch, null);
        } catch (IOException | RuntimeException | Error e) {
            free.add(batch);
            return new Outcome(null, e);
        }
    }

    /** Ends its workers and waits for them. Batches that are out may still be looked at. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        threads.forEach(Thread::interrupt);
        Joining.all(threads);
    }
}
