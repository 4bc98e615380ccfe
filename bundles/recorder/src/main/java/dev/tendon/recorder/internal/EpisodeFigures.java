/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.runtime.Tick;
import java.util.Locale;

/** How an episode's ticks went: what LeRobot reports for each episode (0.6, utils/cycle_timer.py). Owner: the recorder's thread. */
final class EpisodeFigures {
    private final double periodNs;
    private long firstNs;
    private long lastNs;
    private int frames;
    private int dropped;
    private int gaps;
    private int overruns;
    private final Part observe = new Part();
    private final Part drive = new Part();
    private final Part send = new Part();
    private final Part record = new Part();

    EpisodeFigures(double periodNs) {
        this.periodNs = periodNs;
    }

    void frame(Tick tick) {
        if (frames == 0) {
            firstNs = tick.beganNs();
        }
        lastNs = tick.beganNs();
        frames++;
        overruns += tick.latenessNs() > periodNs ? 1 : 0;
        if (tick.acted()) {
            observe.add(tick.observeNs());
            drive.add(tick.driveNs());
            send.add(tick.sendNs());
        }
        record.add(tick.offerNs());
    }

    /** Frames that found no room. */
    void dropped(long count) {
        dropped += (int) count;
    }

    /** A tick in which the robot could not be observed. */
    void gap() {
        gaps++;
    }

    int frames() {
        return frames;
    }

    int dropped() {
        return dropped;
    }

    int gaps() {
        return gaps;
    }

    int overruns() {
        return overruns;
    }

    /** Frames per second; 0 below two. */
    double fps() {
        return frames < 2 ? 0 : (frames - 1) * 1e9 / (lastNs - firstNs);
    }

    Part observe() {
        return observe;
    }

    Part drive() {
        return drive;
    }

    Part send() {
        return send;
    }

    Part record() {
        return record;
    }

    String line(double fps) {
        return String.format(
                Locale.ROOT,
                "%d frames at %.2f of %.0f per second, %d overruns, %d dropped%s; mean and worst: observe %s, teleop %s, send %s, record %s µs",
                frames,
                fps(),
                fps,
                overruns,
                dropped,
                gaps == 0 ? "" : ", " + gaps + " ticks without an observation",
                observe,
                drive,
                send,
                record);
    }

    /** Durations of a part of a tick. */
    static final class Part {
        private long count;
        private long sumNs;
        private long worstNs;

        void add(long ns) {
            count++;
            sumNs += ns;
            worstNs = Math.max(worstNs, ns);
        }

        double meanUs() {
            return count == 0 ? 0 : sumNs / 1e3 / count;
        }

        double worstUs() {
            return worstNs / 1e3;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f/%.0f", meanUs(), worstUs());
        }
    }
}
