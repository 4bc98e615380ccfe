/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecordingTest {
    /** The recording in the tree; -100..100. */
    static final Path REACH = Path.of("../../teleoperators/playback/recordings/so101-reach");

    private final Recording recording;

    RecordingTest() throws IOException {
        recording = Recording.read(REACH, 0);
    }

    @Test
    void readsTheActionsByName() {
        assertThat(recording.fps()).isEqualTo(30);
        assertThat(recording.names()).hasSize(6).startsWith("shoulder_pan.pos").endsWith("gripper.pos");
        assertThat(recording.actions()).hasDimensions(recording.frames(), 6);
        assertThat(recording.frames()).isGreaterThan(30);
    }

    @Test
    void givesTheCourseOfOneJoint() {
        double[][] actions = recording.actions();

        assertThat(recording.joint("gripper.pos")).hasValueSatisfying(joint -> {
            assertThat(joint.frames()).isEqualTo(actions.length);
            assertThat(joint.min()).isBetween(0.0, actions[0][5]);
        });
        assertThat(recording.joint("tail.pos")).isEmpty();
    }

    @Test
    void tellsHowFarTheRecordedRobotWasBehind() {
        assertThat(recording.gaps()).containsOnlyKeys(recording.names());
        assertThat(recording.meanGap().orElseThrow())
                .isEqualTo(recording.gaps().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .isPositive();
    }

    @Test
    void refusesAnEpisodeAndAFolderThatAreNotThere() {
        assertThatThrownBy(() -> Recording.read(REACH, 999))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("999");
        assertThatThrownBy(() -> Recording.read(Path.of("nowhere"), 0))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nowhere");
    }
}
