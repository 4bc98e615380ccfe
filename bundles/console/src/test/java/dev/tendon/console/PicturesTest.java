/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.frame.Image;
import dev.tendon.api.time.SimulatedClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What becomes of a camera's pictures. */
class PicturesTest {
    private final SimulatedClock clock = new SimulatedClock(0);
    private final FakeCamera camera = new FakeCamera("top", 64, 48, 3);
    private final Pictures pictures = new Pictures(List.of(camera), clock);

    private BufferedImage shown() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(pictures.look(0).bytes()));
    }

    @Test
    void encodesThePictureAsItIs() throws Exception {
        camera.take();
        pictures.look(0);
        pictures.encodeWanted();
        BufferedImage picture = shown();
        assertThat(picture.getWidth()).isEqualTo(64);
        assertThat(picture.getHeight()).isEqualTo(48);
        Image image = camera.newest();
        int at = (20 * 64 + 10) * 3;
        for (int channel = 0; channel < 3; channel++) {
            int wanted = image.pixels().get(at + channel) & 0xff;
            int got = picture.getRGB(10, 20) >> (16 - 8 * channel) & 0xff;
            assertThat(got).as("channel %d", channel).isCloseTo(wanted, org.assertj.core.data.Offset.offset(16));
        }
        image.release();
    }

    @Test
    void encodesGreyPictures() throws Exception {
        FakeCamera grey = new FakeCamera("grey", 32, 16, 1);
        Pictures greys = new Pictures(List.of(grey), clock);
        grey.take();
        greys.look(0);
        greys.encodeWanted();
        assertThat(ImageIO.read(new ByteArrayInputStream(greys.look(0).bytes())).getWidth())
                .isEqualTo(32);
    }

    @Test
    void givesEveryPictureBackToTheCamera() {
        pictures.look(0);
        for (int i = 0; i < 20; i++) {
            camera.take();
            pictures.encodeWanted();
            pictures.encodeWanted();
        }
        camera.newest.clear();
        assertThat(camera.pool.available()).isEqualTo(3);
    }

    @Test
    void encodesNothingThatNobodyLooksAt() {
        camera.take();
        pictures.encodeWanted();
        assertThat(pictures.number(0)).isZero();
        pictures.look(0);
        pictures.encodeWanted();
        assertThat(pictures.number(0)).isEqualTo(1);
    }

    @Test
    void stopsWhenThePageIsGone() throws Exception {
        camera.take();
        pictures.look(0);
        pictures.encodeWanted();
        clock.sleepUntil(Pictures.INTEREST_NS);
        camera.take();
        pictures.encodeWanted();
        assertThat(pictures.number(0)).isEqualTo(1);
    }

    @Test
    void encodesAPictureOnce() {
        camera.take();
        pictures.look(0);
        pictures.encodeWanted();
        pictures.encodeWanted();
        assertThat(pictures.number(0)).isEqualTo(1);
    }

    @Test
    void showsNoPictureOfACameraThatWasLost() {
        camera.take();
        pictures.look(0);
        pictures.encodeWanted();
        camera.newest.clear();
        pictures.encodeWanted();
        assertThat(pictures.look(0)).isNull();
        camera.take();
        pictures.encodeWanted();
        assertThat(pictures.number(0)).isEqualTo(2);
    }

    @Test
    void goesOnAfterACameraThatThrows() {
        FakeCamera good = new FakeCamera("good", 8, 8, 3);
        Pictures both = new Pictures(List.of(new ThrowingCamera(), good), clock);
        good.take();
        both.look(0);
        both.look(1);
        both.encodeWanted();
        assertThat(both.number(0)).isZero();
        assertThat(both.number(1)).isEqualTo(1);
    }

    @Test
    void leavesPicturesAloneThatAreNeitherGreyNorColour() {
        FakeCamera four = new FakeCamera("four", 8, 8, 4);
        Pictures pictures = new Pictures(List.of(four), clock);
        four.take();
        pictures.look(0);
        pictures.encodeWanted();
        assertThat(pictures.number(0)).isZero();
        four.newest.clear();
        assertThat(four.pool.available()).isEqualTo(3);
    }
}
