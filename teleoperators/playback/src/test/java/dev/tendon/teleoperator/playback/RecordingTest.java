/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.teleoperator.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.frame.FrameBuffer;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.teleoperator.Input;
import dev.tendon.api.time.SimulatedClock;
import dev.tendon.dataset.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final Path REACH = Path.of("recordings/so101-reach");

    @TempDir
    Path folder;

    @Test
    void theRecordingInTheTreePlaysFromItsFirstFrameToItsLast() throws Exception {
        SimulatedClock clock = new SimulatedClock(0);
        try (var playback = new PlaybackType().create(new PlaybackConfig(REACH, 1, false, 0), new TestContext(clock))) {
            playback.connect();
            FrameBuffer out = new FrameBuffer(playback.actionFeatures().layout());
            int frames = 0;
            while (playback.read(out) == Input.ACTION) {
                frames++;
                clock.advance(33_333_333);
            }
            assertThat(frames).isEqualTo(240);
            assertThat(out.layout().valueNames())
                    .containsExactly(
                            "shoulder_pan.pos",
                            "shoulder_lift.pos",
                            "elbow_flex.pos",
                            "wrist_flex.pos",
                            "wrist_roll.pos",
                            "gripper.pos");
            assertThat(out.value(0)).isBetween(0.9, 1.2); // back where it began
        }
    }

    @Test
    void anotherEpisodeIsAnotherRecording() throws IOException {
        assertThat(Recording.read(REACH, 0).digest())
                .isEqualTo(Recording.read(REACH, 0).digest())
                .isNotEqualTo(Recording.read(REACH, 1).digest());
    }

    @Test
    void anEpisodeThatIsNotThereIsTheUsersMistake() {
        assertThatThrownBy(() -> Recording.read(REACH, 2))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("0 to 1");
    }

    @Test
    void aDatasetWithoutAnActionIsNotPlayed() throws IOException {
        edited(text -> text.replace("\"action\"", "\"wish\""));
        assertThatThrownBy(() -> Recording.read(folder, 0))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("no \"action\"");
    }

    @Test
    void anActionWithoutNamesIsNotPlayed() throws IOException {
        edited(text -> text.replaceFirst("(?s)\"names\": \\[.*?]", "\"names\": null"));
        assertThatThrownBy(() -> Recording.read(folder, 0))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("does not name the 6 elements");
    }

    @Test
    void anActionThatNamesOneJointTwiceIsNotPlayed() throws IOException {
        edited(text -> text.replaceFirst("elbow_flex", "wrist_flex"));
        assertThatThrownBy(() -> Recording.read(folder, 0)).isInstanceOf(FormatException.class);
    }

    private void edited(UnaryOperator<String> edit) throws IOException {
        try (Stream<Path> files = Files.walk(REACH)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(REACH.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Path info = folder.resolve("meta/info.json");
        Files.writeString(info, edit.apply(Files.readString(info)));
    }
}
