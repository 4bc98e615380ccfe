/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;

/**
 * Keeps what was used last, up to so many bytes; what several threads want at once is loaded once. Thread: any. Loading is done without a
 * lock.
 */
final class Cache<K, V> {
    /** How a value is had. */
    @FunctionalInterface
    interface Loading<V> {
        V load() throws IOException;
    }

    private final long most;
    private final ToLongFunction<V> weight;
    private final Object lock = new Object();
    private final Map<K, CompletableFuture<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * Creates an empty one.
     *
     * @param most bytes; a single value that is larger stays until the next comes
     * @param weight bytes of a value
     */
    Cache(long most, ToLongFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    V get(K key, Loading<V> loading) throws IOException {
        CompletableFuture<V> entry;
        boolean mine = false;
        synchronized (lock) {
            entry = entries.get(key);
            if (entry == null) {
                entry = new CompletableFuture<>();
                entries.put(key, entry);
                mine = true;
            }
        }
        return mine ? load(key, entry, loading) : await(key, entry, loading);
    }

    private V load(K key, CompletableFuture<V> entry, Loading<V> loading) throws IOException {
        boolean loaded = false;
        try {
            V value = loading.load();
            synchronized (lock) {
                entry.complete(value);
                bytes += weight.applyAsLong(value);
                trim(entry);
            }
            loaded = true;
            return value;
        } finally {
            if (!loaded) {
                synchronized (lock) {
                    entries.remove(key, entry);
                }
                entry.cancel(false);
            }
        }
    }

    /** Waits for another thread's loading; where that failed, tries itself, and so meets the error itself. */
    private V await(K key, CompletableFuture<V> entry, Loading<V> loading) throws IOException {
        try {
            return entry.get();
        } catch (java.util.concurrent.CancellationException | ExecutionException e) {
            return get(key, loading);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while another thread was reading");
        }
    }

    private void trim(CompletableFuture<V> latest) {
        Iterator<CompletableFuture<V>> oldest = entries.values().iterator();
        while (bytes > most && oldest.hasNext()) {
            CompletableFuture<V> entry = oldest.next();
            if (entry != latest && entry.isDone()) {
                bytes -= weight.applyAsLong(entry.join());
                oldest.remove();
            }
        }
    }
}
