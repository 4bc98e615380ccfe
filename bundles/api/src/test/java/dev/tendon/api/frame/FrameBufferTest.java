/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import org.junit.jupiter.api.Test;

class FrameBufferTest {
    private final Features features = Features.of(
            Feature.scalar("a", ""), Feature.scalar("b", ""), Feature.image("top", 4, 6, 3), Feature.text("task"));
    private final FrameBuffer frame = new FrameBuffer(features.layout());
    private final ImagePool pool = new ImagePool(6, 4, 3, 2);

    @Test
    void isEmptyAtFirst() {
        assertThat(frame.value(0)).isNaN();
        assertThat(frame.image(0)).isNull();
        assertThat(frame.text(0)).isEmpty();
    }

    @Test
    void keepsAPictureUntilItIsReplaced() {
        Image first = pool.take();
        frame.image(0, first);
        first.release();
        assertThat(pool.available()).isEqualTo(1);

        Image second = pool.take();
        frame.image(0, second);
        assertThat(pool.available()).isEqualTo(1);
        second.release();
        frame.clear();
        assertThat(pool.available()).isEqualTo(2);
    }

    @Test
    void copiesAllOfAnotherFrame() {
        Image image = pool.take();
        frame.image(0, image);
        frame.value(0, 1.5);
        frame.text(0, "pick the cube");
        frame.timestampNs(7);

        FrameBuffer copy = new FrameBuffer(features.layout());
        copy.copyFrom(frame);
        frame.clear();
        image.release();

        assertThat(copy.value(0)).isEqualTo(1.5);
        assertThat(copy.value(1)).isNaN();
        assertThat(copy.text(0)).isEqualTo("pick the cube");
        assertThat(copy.timestampNs()).isEqualTo(7);
        assertThat(copy.image(0)).isSameAs(image);
        assertThat(pool.available()).isEqualTo(1);
    }

    @Test
    void refusesAPictureThatIsGone() {
        Image image = pool.take();
        image.release();
        assertThatThrownBy(() -> frame.image(0, image)).isInstanceOf(IllegalStateException.class);
    }
}
