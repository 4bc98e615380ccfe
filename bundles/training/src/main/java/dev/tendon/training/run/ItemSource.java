/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.dataset.read.Batch;
import dev.tendon.dataset.read.BatchLoader;
import dev.tendon.dataset.read.Item;
import dev.tendon.dataset.read.ItemReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where items come from, a batch at a time. Owner thread: one. */
interface ItemSource extends AutoCloseable {
    /**
     * The next items; good until the next call.
     *
     * @return null after the last
     */
    @Nullable
    List<Item> next() throws IOException, InterruptedException;

    @Override
    void close();

    /** Those of a loader, without end; it is closed with this. */
    static ItemSource of(BatchLoader loader) {
        return new ItemSource() {
            private @Nullable Batch batch;

            @Override
            public @Nullable List<Item> next() throws IOException, InterruptedException {
                giveBack();
                batch = loader.next();
                return batch == null ? null : batch.items();
            }

            private void giveBack() {
                if (batch != null) {
                    batch.close();
                    batch = null;
                }
            }

            @Override
            public void close() {
                giveBack();
                loader.close();
            }
        };
    }

    /** Those of a reader with these indices, in their order; the last batch may have fewer. */
    static ItemSource of(ItemReader reader, long[] indices, int size) {
        List<Item> places = new ArrayList<>();
        for (int i = 0; i < Math.min(size, indices.length); i++) {
            places.add(reader.newItem());
        }
        return new ItemSource() {
            private int taken;

            @Override
            public @Nullable List<Item> next() throws IOException, InterruptedException {
                int count = Math.min(size, indices.length - taken);
                for (int i = 0; i < count; i++) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    reader.read(indices[taken++], places.get(i));
                }
                return count == 0 ? null : places.subList(0, count);
            }

            @Override
            public void close() {
                // the reader is its owner's
            }
        };
    }
}
