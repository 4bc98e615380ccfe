/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code tendon teleoperate} on simulated arms, watched by cameras: real footage, pictures in a folder, a drawn arm. */
class CamerasIT {
    /** What the tests of datasets read: AV1, as LeRobot writes it, 64x48 at 10 pictures a second. */
    private static final Path FOOTAGE = Path.of("../dataset/src/test/resources/golden/v2.1-video/videos/chunk-000")
            .resolve("observation.images.front/episode_000000.mp4")
            .toAbsolutePath()
            .normalize();

    private Path folder;

    @BeforeEach
    void freshFolder() throws IOException {
        folder = TendonHost.freshFolder("cameras");
    }

    private Terminal teleoperate(String cameras) throws IOException {
        return Terminal.type(
                folder.resolve("home"),
                "teleoperate",
                "--robot.type=so101_follower",
                "--robot.port=sim:",
                "--robot.cameras=" + cameras,
                "--teleop.type=so101_leader",
                "--teleop.port=sim:",
                "--fps=50",
                "--teleop_time_s=2",
                "--json");
    }

    private Path pictures(int count) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        for (int i = 0; i < count; i++) {
            BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
            String name = String.format(Locale.ROOT, "img-%06d.png", i);
            ImageIO.write(image, "png", pictures.resolve(name).toFile());
        }
        return pictures;
    }

    @Test
    void aVideoPicturesInAFolderAndTheDrawnArmAreWatchedFromStartToEnd() throws Exception {
        String cameras = "{film: {type: opencv, index_or_path: " + FOOTAGE + ", width: 64, height: 48, fps: 10}, "
                + "folder: {type: opencv, index_or_path: " + pictures(5)
                + ", width: 48, height: 64, fps: 25, rotation: 90}, "
                + "arm: {type: sim, view: arm, width: 320, height: 240, fps: 30}}";
        try (Terminal terminal = teleoperate(cameras)) {
            assertThat(terminal.exitCode()).as(terminal::toString).isZero();
            assertThat(terminal.err()).as(terminal::toString).contains("opencv \"film\" is connected");
            for (String camera : new String[] {"film", "folder", "arm"}) {
                // A busy machine may hold a camera's thread up for half a second; not the whole time.
                assertThat(ticks(terminal, camera, "stale"))
                        .as(terminal::toString)
                        .isLessThan(50);
                assertThat(ticks(terminal, camera, "lost"))
                        .as(terminal::toString)
                        .isZero();
            }
        }
    }

    @Test
    void camerasThatStopAreToldAndCountedAndTheArmMovesOn() throws Exception {
        String cameras = "{folder: {type: opencv, index_or_path: " + pictures(5)
                + ", width: 64, height: 48, fps: 25, loop: false}, "
                + "pulled: {type: sim, width: 320, height: 240, fps: 30, unplug_after_s: 1}}";
        try (Terminal terminal = teleoperate(cameras)) {
            assertThat(terminal.exitCode()).as(terminal::toString).isZero();
            assertThat(terminal.err())
                    .as(terminal::toString)
                    .anyMatch(line -> line.contains("folder") && line.contains("no new picture for 500 ms"));
            // 100 ticks in 2 s: its last picture is of 0.16 s, and too old from 0.66 s on; less where the machine is
            // busy.
            assertThat(ticks(terminal, "folder", "stale"))
                    .as(terminal::toString)
                    .isBetween(20L, 100L);
            assertThat(ticks(terminal, "folder", "lost")).as(terminal::toString).isZero();
            assertThat(ticks(terminal, "pulled", "lost")).as(terminal::toString).isBetween(10L, 100L);
        }
    }

    @Test
    void aFileOfAnotherSizeIsRefusedWithItsOwn() throws Exception {
        String cameras = "{film: {type: opencv, index_or_path: " + FOOTAGE + ", width: 640, height: 480, fps: 10}}";
        try (Terminal terminal = teleoperate(cameras)) {
            assertThat(terminal.exitCode()).as(terminal::toString).isEqualTo(3);
            assertThat(terminal.err())
                    .as(terminal::toString)
                    .anyMatch(line -> line.contains("film") && line.contains("has width 64"));
        }
    }

    private static long ticks(Terminal terminal, String camera, String kind) {
        String json = String.join("\n", terminal.out());
        Matcher matcher = Pattern.compile("\"" + camera + "\"\\s*:\\s*\\{[^}]*\"" + kind + "_ticks\"\\s*:\\s*(\\d+)")
                .matcher(json);
        assertThat(matcher.find()).as("%s of %s in %s", kind, camera, terminal).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
