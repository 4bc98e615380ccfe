/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Layout;
import dev.tendon.api.feature.Units;
import dev.tendon.api.option.ConfigException;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.Video;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemonstrationsTest {
    private static final Path GOLDEN = Path.of("../../bundles/dataset/src/test/resources/golden/v3.0-image");
    private static final Video VIDEO = Video.of(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));

    private static Layout joints(int count, String... cameras) {
        List<Feature> features = new ArrayList<>();
        for (int joint = 0; joint < count; joint++) {
            features.add(Feature.scalar("joint" + joint + ".pos", Units.DEGREES));
        }
        for (String camera : cameras) {
            features.add(Feature.image(camera, 48, 64, 3));
        }
        return Features.of(features).layout();
    }

    @Test
    void readsEveryEpisodesBeginningAndActions() throws Exception {
        Beginnings robot = Beginnings.of(joints(6, "front"));
        Demonstrations read = Demonstrations.read(GOLDEN, VIDEO, robot, joints(6));

        assertThat(read.episodes()).isEqualTo(2);
        assertThat(read.actions(1)).hasNumberOfRows(10);
        assertThat(read.actions(1)[9]).hasSize(6);
        assertThat(read.nearest(read.beginning(1))).isOne();
        // the golden pictures: blue is 100 times the episode
        assertThat(read.beginning(1).picture(0)[2] - read.beginning(0).picture(0)[2])
                .isBetween(0.37f, 0.41f);
    }

    @Test
    void saysWhatDoesNotFitTheRobot() {
        Beginnings robot = Beginnings.of(joints(5, "side"));
        assertThatThrownBy(() -> Demonstrations.read(GOLDEN, VIDEO, robot, joints(7)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("action has 6 numbers there, and 7 here")
                .hasMessageContaining("observation.state has 6 numbers there, and 5 here")
                .hasMessageContaining("camera \"side\" was not recorded");
    }
}
