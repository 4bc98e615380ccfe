/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A process, told from a later one with the same id.
 *
 * @param pid the process id
 * @param startedMs when it began, in ms since 1970, as far as the system tells; 0 if not
 */
public record ProcessMark(long pid, long startedMs) {
    /** This process. */
    public static ProcessMark own() {
        ProcessHandle own = ProcessHandle.current();
        return new ProcessMark(own.pid(), startedMs(own));
    }

    /** Whether it still runs. */
    public boolean alive() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent() && (startedMs == 0 || sameStart(startedMs(process.get())));
    }

    private boolean sameStart(long otherMs) {
        return otherMs == 0 || Math.abs(otherMs - startedMs) < 1000; // derived from the uptime, it may wobble
    }

    private static long startedMs(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
