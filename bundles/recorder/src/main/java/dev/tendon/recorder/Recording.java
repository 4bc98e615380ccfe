/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder;

import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionReport;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A recording of one session into one dataset, which nobody else can write to meanwhile. Thread: {@link #start}, {@link #finish}, {@link #pack} and {@link #close} its creator's; the rest any.
 */
@ProviderType
public interface Recording extends AutoCloseable {
    /** How many ticks a session's tap needs room for: more than a second, so that a busy machine costs no frame. */
    int TAP_TICKS = 64;

    /** Begins to record with the session's next tick. Before {@link dev.tendon.runtime.Session#run}, which it ends when it is over. */
    void start();

    /**
     * Presses a key.
     *
     * @param key as {@link dev.tendon.shell.Keys} gives it
     * @return whether it means something
     */
    boolean press(String key);

    /** Tells what happened in the session: a lost device cuts the episode short. */
    void event(SessionEvent event);

    RecordingStatus status();

    /**
     * Waits until everything is saved, after the session is over.
     *
     * @param session how that went
     */
    RecordingReport finish(SessionReport session) throws InterruptedException;

    /**
     * Joins the small files of many saves to files of LeRobot's size, after {@link #finish}. Readers see the dataset as it was until it
     * is done. Takes as long as copying them.
     *
     * @return whether there was anything to join; there is not while an episode is left in the journal
     * @throws IOException where that fails; the dataset then stays as it was, and is whole
     */
    boolean pack() throws IOException;

    /** Lets go of the dataset. Without {@link #finish}, what is not saved stays in the journal. Idempotent. */
    @Override
    void close() throws IOException;
}
