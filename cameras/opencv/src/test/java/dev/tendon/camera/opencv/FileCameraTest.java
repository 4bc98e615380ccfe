/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.frame.Image;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.api.time.SystemClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real footage, made in the test, as a camera. */
@Timeout(60)
class FileCameraTest {
    private static final long PERIOD_NS = 40_000_000;

    @TempDir
    Path folder;

    private final SimulatedClock clock = new SimulatedClock(5_000);

    private FileCamera open(OpenCvCameraConfig config) throws DeviceException {
        FileCamera camera = new FileCamera(config, new TestContext(clock), () -> {});
        camera.connect();
        return camera;
    }

    private List<Integer> watch(FileCamera camera, int times) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Image image = camera.newest();
            numbers.add(image == null ? -1 : Math.round(at(image, 3 * image.width() / 4, image.height() / 2, 1) / 20f));
            if (image != null) {
                image.release();
            }
            clock.advance(PERIOD_NS);
        }
        return numbers;
    }

    private static int at(Image image, int x, int y, int channel) {
        return image.pixels().get(3 * (y * image.width() + x) + channel) & 0xFF;
    }

    @Test
    void playsAVideoAtItsRateAndBeginsAgain() throws Exception {
        FileCamera camera = open(Samples.config(Samples.video(folder, 5)));
        assertThat(watch(camera, 12)).containsExactly(0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1);
        camera.close();
        assertThat(camera.newest()).isNull();
    }

    @Test
    void keepsTheLastPictureWhereItIsNotToBeginAgain() throws Exception {
        Path file = Samples.video(folder, 3);
        FileCamera camera =
                open(Samples.config(file, Samples.WIDTH, Samples.HEIGHT, Samples.FPS, ColorMode.RGB, 0, false));
        assertThat(watch(camera, 6)).containsExactly(0, 1, 2, 2, 2, 2);
        Image last = camera.newest();
        assertThat(last.timestampNs()).isEqualTo(5_000 + 2 * PERIOD_NS);
        camera.close();
    }

    @Test
    void passesOverPicturesThatNobodyLookedAtInTime() throws Exception {
        FileCamera camera = open(Samples.config(Samples.video(folder, 10)));
        clock.advance(7 * PERIOD_NS + 1);
        assertThat(watch(camera, 2)).containsExactly(7, 8);
        camera.close();
    }

    /** Each look at it takes a fifth of a second, as if decoding did. */
    private static final class SlowClock implements dev.tendon.api.time.Clock {
        private final java.util.concurrent.atomic.AtomicLong now = new java.util.concurrent.atomic.AtomicLong();

        @Override
        public long nanoTime() {
            return now.addAndGet(200_000_000);
        }

        @Override
        public void sleepUntil(long nanoTime) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            now.accumulateAndGet(nanoTime, Math::max);
        }
    }

    @Test
    void goesOnShowingPicturesThoughItCannotKeepUp() throws Exception {
        FileCamera camera =
                new FileCamera(Samples.config(Samples.video(folder, 10)), new TestContext(new SlowClock()), () -> {});
        camera.connect();
        try {
            java.util.Set<Long> seen = java.util.concurrent.ConcurrentHashMap.newKeySet();
            org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(java.time.Duration.ofSeconds(30), () -> {
                while (seen.size() < 20) {
                    Image image = camera.newest();
                    if (image != null) {
                        seen.add(image.timestampNs());
                        image.release();
                    }
                    Thread.onSpinWait();
                }
            });
        } finally {
            camera.close();
        }
    }

    @Test
    void playsAFolderOfPicturesAndAPattern() throws Exception {
        Samples.pictures(folder, 17, 4);
        FileCamera all = open(Samples.config(folder));
        assertThat(watch(all, 5)).containsExactly(0, 1, 2, 3, 0);
        all.close();
        FileCamera pattern = open(Samples.config(folder.resolve("img-%06d.png")));
        assertThat(watch(pattern, 5)).containsExactly(0, 1, 2, 3, 0);
        pattern.close();
    }

    @Test
    void deliversTheColoursInTheOrderAskedFor() throws Exception {
        Samples.pictures(folder, 0, 1);
        for (ColorMode mode : ColorMode.values()) {
            FileCamera camera = open(Samples.config(folder, Samples.WIDTH, Samples.HEIGHT, Samples.FPS, mode, 0, true));
            Image image = camera.newest();
            assertThat(at(image, 2, 2, mode == ColorMode.RGB ? 0 : 2)).isEqualTo(0xC0);
            assertThat(at(image, 2, 2, mode == ColorMode.RGB ? 2 : 0)).isZero();
            camera.close();
        }
    }

    @Test
    void turnsThePicture() throws Exception {
        Samples.pictures(folder, 0, 1);
        // The left half is red: it comes to the top, the right, the bottom.
        assertThat(red(90, Samples.HEIGHT, Samples.WIDTH)).isEqualTo("top");
        assertThat(red(180, Samples.WIDTH, Samples.HEIGHT)).isEqualTo("right");
        assertThat(red(-90, Samples.HEIGHT, Samples.WIDTH)).isEqualTo("bottom");
    }

    private String red(int rotation, int width, int height) throws DeviceException {
        FileCamera camera = open(Samples.config(folder, width, height, Samples.FPS, ColorMode.RGB, rotation, true));
        Image image = camera.newest();
        boolean first = at(image, 1, 1, 0) > 100;
        boolean right = at(image, width - 2, 1, 0) > 100;
        boolean below = at(image, 1, height - 2, 0) > 100;
        camera.close();
        if (first) {
            return right ? "top" : "left";
        }
        return right ? "right" : below ? "bottom" : "nowhere";
    }

    @Test
    void refusesASizeOrRateThatTheFileHasNotAndSaysWhichItHas() throws Exception {
        Path file = Samples.video(folder, 2);
        assertThatThrownBy(() -> open(Samples.config(file, 640, 48, Samples.FPS, ColorMode.RGB, 0, true)))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("front")
                .hasMessageContaining("width 64");
        assertThatThrownBy(() -> open(Samples.config(file, 64, 48, 30, ColorMode.RGB, 0, true)))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("25.0 pictures per second");
    }

    @Test
    void saysWhatIsNotThere() {
        assertThatThrownBy(() -> open(Samples.config(folder.resolve("none.mp4"))))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("none.mp4");
        assertThatThrownBy(() -> open(Samples.config(folder)))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("no pictures");
        assertThatThrownBy(() -> open(Samples.config(folder.resolve("a-%03d.png"))))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("a-%03d.png");
    }

    @Test
    void decodesByItselfOnRealTime() throws Exception {
        SystemClock real = new SystemClock();
        FileCamera camera = new FileCamera(Samples.config(Samples.video(folder, 5)), new TestContext(real), () -> {});
        camera.connect();
        long sequence = 0;
        while (sequence < 3) {
            real.sleepUntil(real.nanoTime() + 1_000_000);
            Image image = camera.newest();
            sequence = image.sequence();
            image.release();
        }
        camera.close();
        assertThat(camera.newest()).isNull();
    }
}
