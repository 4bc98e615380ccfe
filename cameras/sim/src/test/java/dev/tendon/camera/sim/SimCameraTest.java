/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.frame.Image;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.SystemClock;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pictures in time, with and without faults. */
@Timeout(20)
class SimCameraTest {
    @Test
    void numbersItsPicturesInTheirPixels() throws Exception {
        Rig rig = new Rig(Rig.options(View.PATTERN));
        assertThat(rig.watch(70))
                .containsExactlyElementsOf(LongStream.range(0, 70).boxed().toList());
    }

    @Test
    void stampsAPictureWithTheTimeItWasTaken() throws Exception {
        Rig rig = new Rig(Rig.options(View.PATTERN));
        rig.clock.advance(34_000_000);
        Image image = rig.camera.newest();
        assertThat(image.timestampNs()).isEqualTo(7_030_000_000L);
        assertThat(image.sequence()).isEqualTo(3);
    }

    @Test
    void keepsTheLastPictureWhileItStalls() throws Exception {
        Rig rig = new Rig(Rig.faults(View.PATTERN, 0.03, 0.04, null, null, 0));
        assertThat(rig.watch(9)).containsExactly(0L, 1L, 2L, 2L, 2L, 2L, 2L, 7L, 8L);
    }

    @Test
    void stallsForGoodUnlessToldOtherwise() throws Exception {
        Rig rig = new Rig(Rig.faults(View.PATTERN, 0.02, null, null, null, 0));
        assertThat(rig.watch(500)).endsWith(1L, 1L, 1L);
    }

    @Test
    void hasNoPictureWhileItIsUnplugged() throws Exception {
        Rig rig = new Rig(Rig.faults(View.PATTERN, null, null, 0.02, 0.03, 0));
        assertThat(rig.watch(7)).containsExactly(0L, 1L, -1L, -1L, -1L, 5L, 6L);
    }

    @Test
    void hasNoPictureAfterItWasUnpluggedEvenOneTakenBefore() throws Exception {
        Rig rig = new Rig(Rig.faults(View.PATTERN, null, null, 0.025, null, 0));
        rig.clock.advance(26_000_000); // picture 2, of 20 ms, is due, and nobody took it
        assertThat(rig.camera.newest()).isNull();
    }

    @Test
    void losesTheSamePicturesForTheSameSeed() throws Exception {
        List<Long> once = new Rig(Rig.faults(View.PATTERN, null, null, null, null, 0.25)).watch(400);
        assertThat(new Rig(Rig.faults(View.PATTERN, null, null, null, null, 0.25)).watch(400))
                .isEqualTo(once);
        assertThat(once.stream().distinct().count()).isBetween(270L, 330L);
    }

    @Test
    void skipsPicturesRatherThanWaitForThoseWhoKeepThem() throws Exception {
        Rig rig = new Rig(Rig.options(View.PATTERN));
        for (int i = 0; i < 20; i++) {
            assertThat(rig.camera.newest()).isNotNull(); // never released
            rig.clock.advance(10_000_000);
        }
        assertThat(rig.watch(2)).containsExactly(7L, 7L);
    }

    @Test
    void takesPicturesByItselfOnRealTime() throws Exception {
        SystemClock clock = new SystemClock();
        SimCamera camera = new SimCamera(Rig.options(View.PATTERN), new TestContext(clock), closed());
        camera.connect();
        long number = 0;
        while (number < 3) {
            clock.sleepUntil(clock.nanoTime() + 1_000_000);
            Image image = camera.newest();
            number = image.sequence();
            assertThat(PatternReader.number(image)).isEqualTo(number);
            image.release();
        }
        camera.close();
        camera.close();
        assertThat(camera.newest()).isNull();
    }

    @Test
    void drawsTheArmWhereItIs() throws Exception {
        Rig rig = new Rig(Rig.options(View.ARM));
        byte[] before = rig.pixels();
        rig.clock.advance(10_000_000);
        assertThat(rig.pixels()).isEqualTo(before);
        rig.stand(0, 0, 0, 0, 0, 1);
        rig.clock.advance(10_000_000);
        byte[] opened = rig.pixels();
        rig.stand(0.5, 0, 0, 0, 0, 0);
        rig.clock.advance(10_000_000);
        int gripper = differences(before, opened);
        assertThat(gripper).isPositive();
        assertThat(differences(before, rig.pixels())).isGreaterThan(2 * gripper);
    }

    @Test
    void showsAClosedArmAsItWasLast() throws Exception {
        Rig rig = new Rig(Rig.options(View.ARM));
        rig.stand(0.5, 0.2, 0, 0, 0, 0);
        rig.clock.advance(10_000_000);
        byte[] before = rig.pixels();
        rig.closed = true;
        rig.stand(0, 0, 0, 0, 0, 0);
        rig.clock.advance(10_000_000);
        assertThat(rig.pixels()).isEqualTo(before);
    }

    private static Rig closed() {
        try {
            Rig rig = new Rig(Rig.options(View.PATTERN));
            rig.closed = true;
            return rig;
        } catch (DeviceException e) {
            throw new AssertionError(e);
        }
    }

    private static int differences(byte[] a, byte[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += a[i] == b[i] ? 0 : 1;
        }
        return count;
    }

    @Test
    void saysWhichArmIsNotThere() {
        SimCamera camera = new SimCamera(Rig.options(View.ARM), new TestContext(new SystemClock()), closed());
        assertThatThrownBy(camera::connect)
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("front")
                .hasMessageContaining("sim:desk");
    }

    @Test
    void refusesWhatMakesNoSenseAllAtOnce() {
        assertThatThrownBy(() -> new SimCameraConfig(
                        20,
                        8,
                        0,
                        View.PATTERN,
                        "/dev/ttyACM0",
                        "front",
                        Optional.of(-1.0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(1.0),
                        1.5,
                        0))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("width is 20")
                .hasMessageContaining("height is 8")
                .hasMessageContaining("fps is 0")
                .hasMessageContaining("/dev/ttyACM0")
                .hasMessageContaining("stall_after_s")
                .hasMessageContaining("unplug_for_s says nothing without")
                .hasMessageContaining("drop is 1.5");
    }
}
