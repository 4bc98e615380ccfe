/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.camera.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.api.camera.FoundCamera;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraSearchTest {
    @TempDir
    Path nodes;

    @Test
    void listsTheNodesThatDeliverPicturesByNumber() throws Exception {
        for (int index : new int[] {10, 2, 3}) {
            Files.createDirectories(nodes.resolve("video" + index));
            Files.writeString(nodes.resolve("video" + index).resolve("name"), "Webcam " + index + "\n");
        }
        List<FoundCamera<OpenCvCameraConfig>> found = new CameraSearch(
                        nodes,
                        index -> index == 3 // a node for meta data
                                ? Optional.empty()
                                : Optional.of(new DefaultMode("MJPG", 1280, 720, 29.97)))
                .find();
        assertThat(found).extracting(FoundCamera::id).containsExactly("/dev/video2", "/dev/video10");
        assertThat(found.get(0).name()).isEqualTo("Webcam 2");
        assertThat(found.get(0).modes()).containsExactly("MJPG 1280x720 at 30 fps");
        assertThat(found.get(0).config().width()).isEqualTo(1280);
    }

    @Test
    void findsNothingWhereThereIsNoVideo4Linux() throws Exception {
        assertThat(new CameraSearch(nodes.resolve("none"), index -> Optional.empty()).find())
                .isEmpty();
    }
}
