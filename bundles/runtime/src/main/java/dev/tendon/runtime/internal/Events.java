/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionListener;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries events from any thread to the session's listener, on a thread of its own. Posting never waits. Beyond
 * {@value #MOST} that nobody has taken, the newest are dropped and counted.
 */
final class Events implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int MOST = 1024;

    private final String session;
    private final SessionListener listener;
    private final ConcurrentLinkedQueue<SessionEvent> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Thread thread;
    private volatile boolean over;

    Events(String session, SessionListener listener) {
        this.session = session;
        this.listener = listener;
        thread = Threads.unstarted("tendon-events-" + session, this::run);
    }

    void start() {
        thread.start();
    }

    void post(SessionEvent.Kind kind, long tick, String text) {
        if (waiting.incrementAndGet() > MOST) {
            waiting.decrementAndGet();
            dropped.incrementAndGet();
            return;
        }
        queue.add(new SessionEvent(kind, tick, text));
        LockSupport.unpark(thread);
    }

    private void run() {
        while (true) {
            boolean last = over;
            SessionEvent event;
            while ((event = queue.poll()) != null) {
                waiting.decrementAndGet();
                tell(event);
            }
            int lost = dropped.getAndSet(0);
            if (lost > 0) {
                LOG.warn("Session {}: {} events were dropped, because their listener takes too long", session, lost);
            }
            if (last) {
                return;
            }
            LockSupport.park(this);
        }
    }

    private void tell(SessionEvent event) {
        LOG.debug("Session {}, tick {}: {}", session, event.tick(), event.text());
        try {
            listener.event(event);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Session {}: its listener failed with \"{}\"", session, event.text(), e);
        }
    }

    /** Delivers what was posted, then ends; waits for that, but no longer than a listener may sensibly take. */
    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
        if (Thread.currentThread() == thread) {
            return; // a listener that closes its session
        }
        boolean interrupted = false;
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
