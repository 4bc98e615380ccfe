/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.device.HandOver;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.dataset.FormatException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final long PERIOD_NS = 33_333_333;

    private final SimulatedClock clock = new SimulatedClock(7_000_000_000_000L);

    /** Ten frames at 30 Hz; frame i is (i, 100 + i). */
    private static Recording ten() {
        return recording(10, 0);
    }

    private static Recording recording(int frames, double offset) {
        double[][] actions = new double[frames][];
        for (int i = 0; i < frames; i++) {
            actions[i] = new double[] {i + offset, 100 + i};
        }
        return new Recording("episode 3 of kitchen", List.of("lift.pos", "gripper.pos"), 30, actions);
    }

    private Playback connected(boolean repeat, double startS) throws DeviceException {
        Playback playback = new Playback(new TestContext(clock), repeat, startS, PlaybackTest::ten);
        playback.connect();
        return playback;
    }

    /** The first element at each of {@code reads} reads, {@code periodNs} apart; −1 where nothing was written. */
    private List<Integer> play(Playback playback, int reads, long periodNs) throws DeviceException {
        FrameBuffer out = new FrameBuffer(playback.actionFeatures().layout());
        List<Integer> played = new ArrayList<>();
        for (int i = 0; i < reads; i++) {
            played.add(playback.read(out) == Input.ACTION ? (int) out.value(0) : -1);
            clock.advance(periodNs);
        }
        return played;
    }

    @Test
    void playsEachFrameOnceInALoopAtTheRecordingsRate() throws Exception {
        assertThat(play(connected(false, 0), 12, PERIOD_NS)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, -1);
    }

    @Test
    void holdsEachFrameForTwoTicksInALoopTwiceAsFast() throws Exception {
        assertThat(play(connected(false, 0), 21, PERIOD_NS / 2))
                .containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, -1);
    }

    @Test
    void keepsTheRecordingsPaceInALoopThatIsSlower() throws Exception {
        assertThat(play(connected(false, 0), 5, 3 * PERIOD_NS)).containsExactly(0, 3, 6, 9, -1);
    }

    @Test
    void skipsNoFrameAndRepeatsNoneWhenTicksAreALittleEarlyOrLate() throws Exception {
        Playback playback = connected(false, 0);
        FrameBuffer out = new FrameBuffer(playback.actionFeatures().layout());
        long start = clock.nanoTime();
        long[] jitterNs = {3_000_000, 0, 6_000_000, 1_000_000, 9_000_000, 0, 2_000_000, 0, 0, 5_000_000};
        for (int i = 0; i < 10; i++) {
            clock.sleepUntil(start + i * PERIOD_NS + jitterNs[i]);
            assertThat(playback.read(out)).isEqualTo(Input.ACTION);
            assertThat(out.value(0)).isEqualTo(i);
        }
    }

    @Test
    void writesEveryElementAndTheTime() throws Exception {
        Playback playback = connected(false, 0);
        FrameBuffer out = new FrameBuffer(playback.actionFeatures().layout());
        playback.read(out);
        assertThat(playback.actionFeatures().layout().valueNames()).containsExactly("lift.pos", "gripper.pos");
        assertThat(out.value(1)).isEqualTo(100);
        assertThat(out.timestampNs()).isEqualTo(clock.nanoTime());
    }

    @Test
    void beginsWhereItIsToldTo() throws Exception {
        assertThat(play(connected(false, 0.2), 5, PERIOD_NS)).containsExactly(6, 7, 8, 9, -1);
    }

    @Test
    void repeatsFromWhereItBegan() throws Exception {
        assertThat(play(connected(true, 0.2), 9, PERIOD_NS)).containsExactly(6, 7, 8, 9, 6, 7, 8, 9, 6);
    }

    @Test
    void refusesAStartBehindTheEnd() {
        assertThatThrownBy(() -> connected(false, 0.4))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("start_s")
                .hasMessageContaining("kitchen");
    }

    @Test
    void aSuccessorGoesOnInTheMiddleAsIfNothingHadHappened() throws Exception {
        Playback old = connected(false, 0);
        assertThat(play(old, 4, PERIOD_NS)).containsExactly(0, 1, 2, 3);
        Playback next = new Playback(new TestContext(clock), false, 0, PlaybackTest::ten);
        next.prepare();

        next.adopt(old.handOver());
        old.close();

        assertThat(play(next, 7, PERIOD_NS)).containsExactly(4, 5, 6, 7, 8, 9, -1);
    }

    @Test
    void aSuccessorOfOneThatHasNotBegunBegins() throws Exception {
        Playback old = connected(false, 0);
        Playback next = new Playback(new TestContext(clock), false, 0, PlaybackTest::ten);
        next.prepare();

        next.adopt(old.handOver());

        assertThat(play(next, 2, PERIOD_NS)).containsExactly(0, 1);
    }

    @Test
    void refusesToGoOnInOtherDataAndTheOldOneTakesOverAgain() throws Exception {
        Playback old = connected(false, 0);
        play(old, 4, PERIOD_NS);
        Playback next = new Playback(new TestContext(clock), false, 0, () -> recording(10, 0.5));
        next.prepare();
        HandOver handOver = old.handOver();

        assertThatThrownBy(() -> next.adopt(handOver))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("kitchen");
        old.adopt(handOver);

        assertThat(play(old, 2, PERIOD_NS)).containsExactly(4, 5);
    }

    @Test
    void refusesToAdoptUnpreparedInsteadOfReadingFilesInATick() throws Exception {
        Playback old = connected(false, 0);
        Playback next = new Playback(new TestContext(clock), false, 0, () -> {
            throw new AssertionError("read a file in a tick");
        });

        assertThatThrownBy(() -> next.adopt(old.handOver())).isInstanceOf(DeviceException.class);
    }

    @Test
    void saysWhatIsWrongWithTheRecordingAndKeepsTheCause() {
        FormatException damage = new FormatException("data/x.parquet: truncated. Copy it again");
        Playback playback = new Playback(new TestContext(clock), false, 0, () -> {
            throw damage;
        });

        assertThatThrownBy(playback::connect)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("data/x.parquet")
                .hasCause(damage);
        assertThatThrownBy(playback::actionFeatures)
                .isInstanceOf(ConfigException.class)
                .hasCause(damage);
    }

    @Test
    void isNotReadBeforeItIsConnectedNorAfterItIsClosed() throws Exception {
        Playback playback = new Playback(new TestContext(clock), false, 0, PlaybackTest::ten);
        FrameBuffer out = new FrameBuffer(playback.actionFeatures().layout());

        assertThatThrownBy(() -> playback.read(out)).isInstanceOf(IllegalStateException.class);
        playback.connect();
        playback.connect();
        playback.close();
        playback.close();
        assertThatThrownBy(() -> playback.read(out)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void allocatesNothingInATick() throws Exception {
        Playback playback = connected(true, 0);
        FrameBuffer out = new FrameBuffer(playback.actionFeatures().layout());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 20_000; i++) {
            playback.read(out);
            clock.advance(PERIOD_NS);
        }
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 10_000; i++) {
            playback.read(out);
            clock.advance(PERIOD_NS);
        }
        long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(bytes).isLessThan(10_000); // less than a byte a tick: what asking costs
    }

    @Test
    void optionsAreCheckedTogether() {
        assertThatThrownBy(() -> new PlaybackConfig(java.nio.file.Path.of("x"), -1, false, -2))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void aMissingDatasetIsTheUsersMistake() {
        PlaybackConfig config = new PlaybackConfig(java.nio.file.Path.of("no/such/folder"), 0, false, 0);
        try (var playback = new PlaybackType().create(config, new TestContext(clock))) {
            assertThatThrownBy(playback::connect)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("folder");
        }
    }

    @Test
    void readsTheRecordingOnlyOnce() throws Exception {
        List<String> reads = new ArrayList<>();
        Playback playback = new Playback(new TestContext(clock), false, 0, () -> {
            reads.add("read");
            return ten();
        });
        playback.actionFeatures();
        playback.prepare();
        playback.connect();
        assertThat(reads).hasSize(1);
    }
}
