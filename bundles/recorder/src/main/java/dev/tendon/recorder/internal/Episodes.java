/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.dataset.store.EpisodeJournal;
import java.io.IOException;

/** The dataset that episodes go to. Thread: any; {@link #save} and {@link #discard} one at a time. */
interface Episodes {
    /** A journal for the next episode, and what its lanes need. */
    Take begin(int number);

    /**
     * Saves an episode whose lanes are done.
     *
     * @return its number in the dataset
     */
    int save(Take take, EpisodeJournal journal) throws IOException;

    /** Forgets an episode whose lanes are done. */
    void discard(EpisodeJournal journal) throws IOException;
}
