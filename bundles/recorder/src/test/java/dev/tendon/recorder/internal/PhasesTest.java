/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.recorder.internal.Phases.End;
import dev.tendon.recorder.internal.Phases.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhasesTest {
    private static final long SECOND = 1_000_000_000;
    private static final int FPS = 10;

    private final List<String> log = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private int ticks;
    private int inTake;
    private boolean open;
    private Phases phases = phases(2, 2, 1, true);

    private Phases phases(int episodes, int episodeS, int resetS, boolean keepPartial) {
        return new Phases(
                new Phases.Plan(episodes, episodeS * SECOND, resetS * SECOND, SECOND / FPS, keepPartial),
                new Phases.Takes() {
                    @Override
                    public void begin(int n) {
                        assertThat(open).isFalse();
                        open = true;
                        inTake = 0;
                    }

                    @Override
                    public void end() {
                        assertThat(open).isTrue();
                        open = false;
                    }

                    @Override
                    public boolean keep() {
                        if (inTake == 0) {
                            return false;
                        }
                        log.add("keep");
                        lengths.add(inTake);
                        inTake = 0;
                        return true;
                    }

                    @Override
                    public void drop() {
                        log.add("drop");
                        inTake = 0;
                    }

                    @Override
                    public void leave() {
                        log.add("leave");
                    }
                },
                new Phases.Told() {
                    @Override
                    public void recording(int n) {
                        log.add("record " + n);
                    }

                    @Override
                    public void resetting() {
                        log.add("reset");
                    }

                    @Override
                    public void again() {
                        log.add("again");
                    }

                    @Override
                    public void waiting(String why) {
                        log.add("wait: " + why);
                    }
                });
    }

    private void run(double seconds) {
        for (int i = 0; i < seconds * FPS; i++) {
            if (phases.tick(ticks++ * SECOND / FPS)) {
                inTake++;
            }
        }
    }

    @Test
    void recordsResetsAndRecordsButDoesNotResetAfterTheLast() {
        run(6);
        assertThat(log).containsExactly("record 0", "reset", "keep", "record 1", "keep");
        assertThat(lengths).as("as many frames as fps times seconds").containsExactly(20, 20);
        assertThat(phases.phase()).isEqualTo(Phase.OVER);
        assertThat(ticks).isGreaterThan(51);
    }

    @Test
    void goesFromEpisodeToEpisodeWithoutLosingATickWhereThereIsNoReset() {
        phases = phases(3, 2, 0, true);
        run(6.5);
        assertThat(log).containsExactly("record 0", "keep", "record 1", "keep", "record 2", "keep");
        assertThat(lengths).containsExactly(20, 20, 20);
    }

    @Test
    void theRightKeyEndsTheEpisodeAndAlsoTheReset() {
        run(1);
        phases.press(Control.NEXT);
        assertThat(phases.phase()).isEqualTo(Phase.RESETTING);
        run(0.5);
        phases.press(Control.NEXT);
        assertThat(phases.phase()).isEqualTo(Phase.RECORDING);
        assertThat(lengths).containsExactly(10);
    }

    @Test
    void theLeftKeyDropsTheEpisodeButResetsFirst() {
        run(1);
        phases.press(Control.AGAIN);
        assertThat(log).containsExactly("record 0", "reset");
        run(1.5);
        assertThat(log).containsExactly("record 0", "reset", "drop", "again", "record 0");
    }

    @Test
    void theLeftKeyInTheResetDropsTheEpisodeBeforeItAndRecordsAtOnce() {
        run(2.5);
        phases.press(Control.AGAIN);
        assertThat(log).containsExactly("record 0", "reset", "drop", "again", "record 0");
    }

    @Test
    void theLeftKeyInTheLastEpisodeResetsTooSinceItIsRecordedAgain() {
        phases = phases(1, 2, 1, true);
        run(1);
        phases.press(Control.AGAIN);
        run(5);
        assertThat(log).containsExactly("record 0", "reset", "drop", "again", "record 0", "keep");
    }

    @Test
    void escapeSavesTheEpisodeSoFarAndEnds() {
        run(1);
        phases.press(Control.STOP);
        assertThat(log).containsExactly("record 0", "keep");
        assertThat(phases.phase()).isEqualTo(Phase.OVER);
        assertThat(phases.tick(ticks * SECOND / FPS)).isFalse();
    }

    @Test
    void escapeInTheResetSavesTheEpisodeBeforeIt() {
        run(2.5);
        phases.press(Control.STOP);
        assertThat(log).containsExactly("record 0", "reset", "keep");
    }

    @Test
    void anEpisodeWithNothingInItDoesNotCount() {
        run(0.1);
        inTake = 0;
        phases.press(Control.NEXT);
        run(1.2);
        assertThat(log).containsExactly("record 0", "reset", "record 0");
    }

    @Test
    void aLostDeviceCutsTheEpisodeShortAndTheNextBeginsWithAReset() {
        run(1);
        phases.trouble("camera gone");
        assertThat(log).containsExactly("record 0", "keep", "wait: camera gone");
        phases.trouble("camera gone");
        run(0.5);
        assertThat(phases.phase()).isEqualTo(Phase.RESETTING);
        run(1);
        assertThat(log).containsExactly("record 0", "keep", "wait: camera gone", "reset", "record 1");
    }

    @Test
    void aShortenedEpisodeIsDroppedWhereThatWasAsked() {
        phases = phases(2, 2, 1, false);
        run(1);
        phases.trouble("camera gone");
        run(1.5);
        assertThat(log).containsExactly("record 0", "drop", "again", "wait: camera gone", "reset", "record 0");
    }

    @Test
    void anInterruptLeavesTheEpisodeInTheJournal() {
        run(1);
        phases.end(End.INTERRUPTED);
        assertThat(log).containsExactly("record 0", "leave");
    }

    @Test
    void anInterruptInTheResetSavesTheEpisodeThatWasComplete() {
        run(2.5);
        phases.end(End.INTERRUPTED);
        assertThat(log).containsExactly("record 0", "reset", "keep");
    }

    @Test
    void aFailedSessionKeepsWhatThereIsIfAsked() {
        run(1);
        phases.end(End.FAILED);
        assertThat(log).containsExactly("record 0", "keep");
    }
}
