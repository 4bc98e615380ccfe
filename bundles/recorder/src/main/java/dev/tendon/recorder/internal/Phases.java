/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import java.util.Locale;

/**
 * What is recorded when: an episode, the reset phase in which nothing is, the next episode. LeRobot's order (0.6,
 * scripts/lerobot_record.py): an episode counts only after its reset phase, in which it can still be asked for again; there is no reset
 * phase after the last one. Owner: the recorder's thread.
 */
final class Phases {
    /** Where it stands. */
    enum Phase {
        /** Nothing has come yet. */
        BEGINNING,
        RECORDING,
        RESETTING,
        /** Something is missing: a device, a camera, room on the disk. */
        WAITING,
        OVER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The episodes that come of it. */
    interface Takes {
        /** A new one begins, as the {@code n}-th of this recording, from 0. */
        void begin(int n);

        /** No further tick belongs to the one that runs. */
        void end();

        /** The one that has ended is to be saved; false where there is nothing in it. */
        boolean keep();

        /** The one that has ended is not wanted. */
        void drop();

        /** The one that has ended stays in the journal, neither saved nor dropped. */
        void leave();
    }

    /** What a person is told. */
    interface Told {
        void recording(int n);

        void resetting();

        void again();

        void waiting(String why);
    }

    /**
     * How long, and how many.
     *
     * @param episodes how many
     * @param episodeNs length of an episode
     * @param resetNs length of a reset phase
     * @param periodNs between two ticks
     * @param keepPartial whether an episode that something cut short is saved
     */
    record Plan(int episodes, long episodeNs, long resetNs, long periodNs, boolean keepPartial) {}

    private final Plan plan;
    private final Takes takes;
    private final Told told;
    private Phase phase = Phase.BEGINNING;
    private long sinceNs;
    private long nowNs;
    private int recorded;
    private boolean again;
    private boolean stopped;

    Phases(Plan plan, Takes takes, Told told) {
        this.plan = plan;
        this.takes = takes;
        this.told = told;
    }

    Phase phase() {
        return phase;
    }

    /** Episodes that count so far. */
    int recorded() {
        return recorded;
    }

    /** How long the phase has lasted, as of the newest tick. */
    long elapsedNs() {
        return phase == Phase.BEGINNING ? 0 : nowNs - sinceNs;
    }

    /** How long the phase is to last; 0 where nobody knows. */
    long lengthNs() {
        return switch (phase) {
            case RECORDING -> plan.episodeNs();
            case RESETTING -> plan.resetNs();
            default -> 0;
        };
    }

    /**
     * A tick that could be recorded.
     *
     * @return whether it is to be
     */
    boolean tick(long atNs) {
        nowNs = atNs;
        if (phase == Phase.BEGINNING) {
            record();
        } else if (phase == Phase.WAITING) {
            reset();
        }
        // Half a period before the end is nearer to it than the next tick will be.
        if (phase == Phase.RECORDING && elapsedNs() > plan.episodeNs() - plan.periodNs() / 2) {
            endEpisode();
        }
        if (phase == Phase.RESETTING && elapsedNs() > plan.resetNs() - plan.periodNs() / 2) {
            endReset();
        }
        return phase == Phase.RECORDING;
    }

    /** Nothing can be recorded. What runs is cut short. */
    void trouble(String why) {
        if (phase != Phase.RECORDING) {
            return;
        }
        takes.end();
        again |= !plan.keepPartial();
        settle();
        phase = recorded >= plan.episodes() ? Phase.OVER : Phase.WAITING;
        sinceNs = nowNs;
        if (phase == Phase.WAITING) {
            told.waiting(why);
        }
    }

    void press(Control control) {
        again |= control == Control.AGAIN && (phase == Phase.RECORDING || phase == Phase.RESETTING);
        stopped |= control == Control.STOP;
        switch (phase) {
            case RECORDING -> endEpisode();
            case RESETTING -> endReset();
            case BEGINNING, WAITING -> phase = stopped ? Phase.OVER : phase;
            case OVER -> {}
        }
    }

    /** How the loop ended that ticked. */
    enum End {
        /** The drive has nothing more to say. */
        FINISHED,
        /** Ctrl-C or a signal: nobody has said whether the episode is good. */
        INTERRUPTED,
        /** A device failed for good. */
        FAILED
    }

    /** No further tick comes. */
    void end(End how) {
        if (phase == Phase.RECORDING) {
            takes.end();
            if (how == End.INTERRUPTED) {
                takes.leave();
            } else {
                again |= how == End.FAILED && !plan.keepPartial();
                settle();
            }
        } else if (phase == Phase.RESETTING) {
            settle();
        }
        phase = Phase.OVER;
    }

    private void record() {
        phase = Phase.RECORDING;
        sinceNs = nowNs;
        takes.begin(recorded);
        told.recording(recorded);
    }

    private void endEpisode() {
        takes.end();
        if (stopped || (recorded >= plan.episodes() - 1 && !again)) {
            settle();
            next();
        } else if (plan.resetNs() == 0) {
            endReset();
        } else {
            reset();
        }
    }

    private void reset() {
        phase = Phase.RESETTING;
        sinceNs = nowNs;
        told.resetting();
    }

    private void endReset() {
        settle();
        next();
    }

    private void next() {
        if (stopped || recorded >= plan.episodes()) {
            phase = Phase.OVER;
        } else {
            record();
        }
    }

    /** Decides about the episode that has ended, if there is one. */
    private void settle() {
        if (again) {
            again = false;
            takes.drop();
            told.again();
        } else if (takes.keep()) {
            recorded++;
        }
    }
}
