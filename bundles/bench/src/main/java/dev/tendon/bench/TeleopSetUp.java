/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way to run a teleoperation on the simulator, whose wire takes its time.
 *
 * @param pty over pseudo-terminals and the system's serial ports, instead of {@code sim:}
 * @param fps ticks per second
 * @param watched with two cameras of 640x480 at 30 Hz and the live view open
 */
record TeleopSetUp(boolean pty, int fps, boolean watched) {
    /** The rate at which people teleoperate; the goals are for it. */
    static final int USUAL_FPS = 60;

    private static final int FAST_FPS = 200;

    static List<TeleopSetUp> of(TeleopOptions options) {
        List<TeleopSetUp> all = new ArrayList<>();
        for (boolean watched : new boolean[] {false, true}) {
            for (boolean pty : new boolean[] {false, true}) {
                for (int fps : new int[] {USUAL_FPS, FAST_FPS}) {
                    if ((options.cameras() || !watched) && (options.pty() || !pty)) {
                        all.add(new TeleopSetUp(pty, fps, watched));
                    }
                }
            }
        }
        return all;
    }

    /** As a key of JSON: {@code pty_60hz_cameras}. */
    String key() {
        return String.format(Locale.ROOT, "%s_%dhz%s", pty ? "pty" : "sim", fps, watched ? "_cameras" : "");
    }
}
