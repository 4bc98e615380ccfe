/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CameraLaneTest {
    private final ImagePool camera = new ImagePool(2, 1, 3, 2);
    private final ImagePool grey = new ImagePool(2, 1, 1, 1);
    private final FramePool pool = new FramePool(6, 3);
    private final List<Integer> written = new ArrayList<>();
    private final List<IOException> failures = new ArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private boolean full;
    private boolean finished;

    private CameraLane lane(int limit) {
        return new CameraLane(
                "top",
                pool,
                limit,
                () -> {
                    open.await();
                    return new PictureSink() {
                        @Override
                        public void write(ByteBuffer rgb) throws IOException {
                            if (full) {
                                throw new IOException("no room");
                            }
                            assertThat(rgb.remaining()).isEqualTo(6);
                            written.add((int) rgb.get(rgb.position() + 5));
                        }

                        @Override
                        public long durable() {
                            return written.size();
                        }

                        @Override
                        public void finish() {
                            finished = true;
                        }

                        @Override
                        public void close() {}
                    };
                },
                failures::add,
                "test");
    }

    private static Image picture(ImagePool pool, int value) {
        Image image = pool.take();
        for (int i = 0; i < image.pixels().capacity(); i++) {
            image.pixels().put(i, (byte) value);
        }
        return image;
    }

    private void add(CameraLane lane, int value) {
        Image image = picture(camera, value);
        lane.add(image);
        image.release();
    }

    @Test
    void keepsCopiesUntilTheEncoderIsThereAndGivesThemInOrder() throws Exception {
        CameraLane lane = lane(3);
        lane.start();
        for (int i = 1; i <= 3; i++) {
            add(lane, i);
        }
        assertThat(camera.available()).as("the camera has its pictures back").isEqualTo(2);
        assertThat(lane.room()).isFalse();
        open.countDown();
        lane.end();
        lane.await();
        assertThat(written).containsExactly(1, 2, 3);
        assertThat(finished).isTrue();
        assertThat(lane.backlog()).isZero();
        assertThat(pool.free()).isTrue();
    }

    @Test
    void hasNoRoomWhereAnotherEpisodeHoldsTheMemory() {
        CameraLane former = lane(3);
        CameraLane next = lane(3);
        for (int i = 0; i < 3; i++) {
            add(former, i);
        }
        assertThat(next.room()).isFalse();
    }

    @Test
    void makesRgbOfGrey() throws Exception {
        CameraLane lane = lane(3);
        lane.start();
        lane.add(picture(grey, 9));
        open.countDown();
        lane.end();
        lane.await();
        assertThat(written).containsExactly(9);
    }

    @Test
    void tellsAFailureOnceAndLetsGoOfTheRest() throws Exception {
        full = true;
        CameraLane lane = lane(3);
        lane.start();
        add(lane, 1);
        add(lane, 2);
        open.countDown();
        lane.end();
        lane.await();
        assertThat(failures).hasSize(1);
        assertThat(finished).isFalse();
        assertThat(pool.free()).isTrue();
        assertThat(lane.backlog()).isZero();
    }

    @Test
    void writesNothingOfAnEpisodeThatNobodyWants() throws Exception {
        CameraLane lane = lane(3);
        lane.start();
        add(lane, 1);
        lane.abandon();
        open.countDown();
        lane.end();
        lane.await();
        assertThat(written).isEmpty();
        assertThat(finished).isFalse();
        assertThat(lane.sync()).isEqualTo(-1);
    }
}
