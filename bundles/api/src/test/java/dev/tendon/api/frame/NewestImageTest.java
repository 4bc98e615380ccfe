/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class NewestImageTest {
    private final ImagePool pool = new ImagePool(2, 2, 1, 3);
    private final NewestImage newest = new NewestImage();

    @Test
    void handsOutTheNewestAndGivesTheOlderBack() {
        Image first = pool.take();
        Image second = pool.take();
        newest.publish(first);
        newest.publish(second);

        assertThat(pool.available()).isEqualTo(2);
        Image got = newest.acquire();
        assertThat(got).isSameAs(second);
        newest.clear();
        assertThat(pool.available()).isEqualTo(2);
        got.release();
        assertThat(pool.available()).isEqualTo(3);
    }

    @Test
    void anEmptyPoolAnswersNullInsteadOfWaiting() {
        for (int i = 0; i < 3; i++) {
            assertThat(pool.take()).isNotNull();
        }
        assertThat(pool.take()).isNull();
    }

    @Test
    void releasingTwiceIsAMistakeThatIsNamed() {
        Image image = pool.take();
        image.release();
        assertThatThrownBy(image::release)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2x2");
    }

    /** A reader and a camera at full speed: no picture is read after it went back to the pool, and none is lost. */
    @Test
    void survivesARaceOfCameraAndReader() throws InterruptedException {
        AtomicBoolean torn = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            for (int i = 0; i < 200_000; i++) {
                Image image = newest.acquire();
                if (image != null) {
                    long before = image.sequence();
                    if (image.pixels().get(0) != (byte) before || image.sequence() != before) {
                        torn.set(true);
                    }
                    image.release();
                }
            }
        });
        reader.start();
        for (long n = 0; reader.isAlive(); n++) {
            Image image = pool.take();
            if (image != null) {
                image.pixels().put(0, (byte) n);
                image.stamp(n, n);
                newest.publish(image);
            }
        }
        reader.join();
        newest.clear();
        assertThat(torn).isFalse();
        assertThat(pool.available()).isEqualTo(3);
    }
}
