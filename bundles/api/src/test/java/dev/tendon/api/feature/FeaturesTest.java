/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final Feature PAN = Feature.scalar("shoulder_pan.pos", Units.DEGREES);
    private static final Feature GRIPPER = Feature.scalar("gripper.pos", Units.PERCENT);
    private static final Feature TOP = Feature.image("top", 480, 640, 3);
    private static final Feature TASK = Feature.text("task");

    @Test
    void countsSlotsByKindInTheOrderOfTheFeatures() {
        Layout layout = Features.of(
                        TOP,
                        PAN,
                        TASK,
                        Feature.vector("base", List.of("x.vel", "y.vel"), Units.METRES_PER_SECOND),
                        GRIPPER)
                .layout();

        assertThat(layout.valueNames()).containsExactly("shoulder_pan.pos", "x.vel", "y.vel", "gripper.pos");
        assertThat(layout.slot("gripper.pos")).isEqualTo(3);
        assertThat(layout.slot("top")).isZero();
        assertThat(layout.slot("task")).isZero();
    }

    @Test
    void numbersTheElementsOfAFeatureWithoutNames() {
        Layout layout = Features.of(Feature.of("wrench", Dtype.FLOAT64, List.of(3), List.of(), "N"))
                .layout();
        assertThat(layout.valueNames()).containsExactly("wrench.0", "wrench.1", "wrench.2");
    }

    @Test
    void refusesTwoFeaturesOfOneName() {
        assertThatThrownBy(() -> Features.of(PAN, PAN)).hasMessageContaining("shoulder_pan.pos");
    }

    @Test
    void namesWhatIsThereWhenAFeatureIsNot() {
        assertThatThrownBy(() -> Features.of(PAN).layout().slot("elbow"))
                .hasMessageContaining("elbow")
                .hasMessageContaining("shoulder_pan.pos");
    }

    @Test
    void keepsItsSlotsWhenFeaturesAreAppended() {
        Features more = Features.of(PAN, GRIPPER).plus(List.of(TOP, Feature.flag("intervention")));
        assertThat(more.layout().slot("gripper.pos")).isEqualTo(1);
        assertThat(more.layout().slot("intervention")).isEqualTo(2);
    }

    @Test
    void saysHowOthersDiffer() {
        Features mine = Features.of(PAN, GRIPPER);
        assertThat(mine.differences(Features.of(PAN, GRIPPER))).isEmpty();
        assertThat(mine.differences(Features.of(Feature.scalar("shoulder_pan.pos", Units.SIGNED_PERCENT), TOP)))
                .containsExactly(
                        "shoulder_pan.pos: float32[1] -100..100 instead of shoulder_pan.pos: float32[1] deg",
                        "without gripper.pos: float32[1] 0..100",
                        "with top: image[480, 640, 3]");
    }

    @Test
    void takesAnotherOrderForADifference() {
        assertThat(Features.of(PAN, GRIPPER).differences(Features.of(GRIPPER, PAN)))
                .singleElement()
                .asString()
                .contains("another order");
    }

    @Test
    void refusesAnExtentBelowOne() {
        assertThatThrownBy(() -> Feature.image("top", 0, 640, 3))
                .hasMessageContaining("top")
                .hasMessageContaining("0");
    }
}
