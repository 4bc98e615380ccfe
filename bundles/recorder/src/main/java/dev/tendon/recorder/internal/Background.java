/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the calling thread, and those that it starts (an encoder's), give way to others when cores are few: the control thread comes
 * first. On Linux each thread has a nice value, and whoever starts a thread hands it on; raising it needs no right. Elsewhere, and where it
 * is refused, nothing changes.
 */
final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /** PRIO_PROCESS; with 0 for whom, the calling thread on Linux. */
    private static final int PROCESS = 0;

    private Background() {}

    /** @param nice 0 to 19; the higher, the more it gives way */
    static void enter(int nice) {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            C.setpriority(PROCESS, 0, nice);
        } catch (LastErrorException | LinkageError e) {
            LOG.debug("Thread {} keeps its priority: {}", Thread.currentThread().getName(), e.toString());
        }
    }

    /** Bound at the first use. */
    private static final class C {
        static {
            Native.register(C.class, Platform.C_LIBRARY_NAME);
        }

        private C() {}

        static native int setpriority(int which, int who, int nice) throws LastErrorException;
    }
}
