/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.frame.Image;
import dev.tendon.api.frame.ImagePool;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.runtime.Tick;
import org.junit.jupiter.api.Test;

class TapTest {
    private static final Features OBSERVED = Features.of(Feature.scalar("a.pos", ""), Feature.image("eye", 3, 4, 3));
    private static final Features ACTION = Features.of(Feature.scalar("a.pos", ""));

    private final Tap tap = new Tap(3, OBSERVED.layout(), ACTION.layout(), new SimulatedClock(0));
    private final Tap.Stamp stamp = new Tap.Stamp();
    private final FrameBuffer observation = new FrameBuffer(OBSERVED.layout());
    private final FrameBuffer action = new FrameBuffer(ACTION.layout());
    private final ImagePool pool = new ImagePool(4, 3, 3, 4);

    private void offer(long number) {
        stamp.number = number;
        stamp.observed = true;
        observation.value(0, number);
        tap.offer(stamp, observation, action, action);
    }

    private void picture() {
        Image image = pool.take();
        assertThat(image).isNotNull();
        observation.image(0, image);
        image.release();
    }

    @Test
    void givesEveryTickInOrder() {
        for (int i = 0; i < 8; i++) {
            offer(i);
            Tick tick = tap.next();
            assertThat(tick).isNotNull();
            assertThat(tick.number()).isEqualTo(i);
            assertThat(tick.observation().value(0)).isEqualTo(i);
        }
        assertThat(tap.next()).isNull();
        assertThat(tap.dropped()).isZero();
    }

    @Test
    void dropsAndCountsWhatFindsNoRoomAndGoesOnBehindTheGap() {
        for (int i = 0; i < 5; i++) {
            offer(i);
        }
        assertThat(tap.dropped()).isEqualTo(2);
        assertThat(tap.next()).isNotNull();
        tap.next();
        offer(5);
        assertThat(tap.next().number()).isEqualTo(2);
        assertThat(tap.next().number()).isEqualTo(5);
        assertThat(tap.next()).isNull();
    }

    @Test
    void keepsTheTickThatIsBeingReadUntilTheNextIsAskedFor() {
        offer(0);
        Tick tick = tap.next();
        for (int i = 1; i < 5; i++) {
            offer(i);
        }
        assertThat(tick.observation().value(0)).isZero();
        assertThat(tap.dropped()).isEqualTo(2);
    }

    @Test
    void holdsAPictureUntilItsTickWasReadAndNoLonger() {
        picture();
        offer(0);
        observation.clear();
        assertThat(pool.available()).isEqualTo(3);
        assertThat(tap.next().observation().image(0)).isNotNull();
        tap.next();
        assertThat(pool.available()).isEqualTo(4);
    }

    @Test
    void givesNothingOfATickWithoutAnObservation() {
        picture();
        stamp.observed = false;
        tap.offer(stamp, observation, action, action);
        Tick tick = tap.next();
        assertThat(tick.observed()).isFalse();
        assertThat(tick.observation().image(0)).isNull();
        assertThat(tick.observation().value(0)).isNaN();
    }
}
