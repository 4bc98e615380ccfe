/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import dev.tendon.dataset.DatasetFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data files that stay open between reads, used by one thread at a time each: the footer of a file of a thousand episodes takes longer to
 * read than an episode. Thread: any.
 */
public final class DataFiles implements AutoCloseable {
    /** Idle files that are kept open; the footer of one may take some megabytes. */
    private static final int IDLE = 4;

    private final Object lock = new Object();
    /** The one used last comes first. */
    private final Deque<ParquetTable> idle = new ArrayDeque<>();

    private boolean closed;

    /** As {@link FramesReader#read}. */
    public Map<String, Column> read(Episode episode, List<DatasetFeature> features) throws IOException {
        ParquetTable table = take(episode);
        boolean whole = false;
        try {
            Map<String, Column> columns = FramesReader.read(table, episode, features);
            whole = true;
            return columns;
        } finally {
            give(table, whole);
        }
    }

    private ParquetTable take(Episode episode) throws IOException {
        synchronized (lock) {
            for (Iterator<ParquetTable> each = idle.iterator(); each.hasNext(); ) {
                ParquetTable table = each.next();
                if (table.file().equals(episode.data())) {
                    each.remove();
                    return table;
                }
            }
        }
        return ParquetTable.open(episode.data());
    }

    private void give(ParquetTable table, boolean whole) throws IOException {
        @Nullable ParquetTable leaving = table;
        synchronized (lock) {
            if (whole && !closed) {
                idle.addFirst(table);
                leaving = idle.size() > IDLE ? idle.removeLast() : null;
            }
        }
        if (leaving != null) {
            leaving.close();
        }
    }

    @Override
    public void close() throws IOException {
        Deque<ParquetTable> leaving;
        synchronized (lock) {
            closed = true;
            leaving = new ArrayDeque<>(idle);
            idle.clear();
        }
        for (ParquetTable table : leaving) {
            table.close();
        }
    }
}
