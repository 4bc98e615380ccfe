/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.dataset.DatasetFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are shown, and under which names. */
class FilesWithinTest {
    @TempDir
    private Path folder;

    @Test
    void usesFilesOfTheDatasetAndLinksAmongThem() throws Exception {
        Path root = Files.createDirectories(folder.resolve("set"));
        Files.writeString(root.resolve("a.mp4"), "a");
        Files.createSymbolicLink(root.resolve("b.mp4"), Path.of("a.mp4"));
        FilesWithin files = new FilesWithin(root);
        assertThat(files.problem(root.resolve("a.mp4"))).isEmpty();
        assertThat(files.problem(root.resolve("b.mp4"))).isEmpty();
        assertThat(files.problem(root.resolve("c.mp4"))).contains("missing");
        assertThat(files.problem(root)).contains("no file");
    }

    @Test
    void doesNotFollowALinkOutOfTheDataset() throws Exception {
        Path root = Files.createDirectories(folder.resolve("set"));
        Files.writeString(folder.resolve("secret"), "a");
        Files.createSymbolicLink(root.resolve("a.mp4"), Path.of("../secret"));
        Files.createSymbolicLink(root.resolve("dir"), Path.of(".."));
        FilesWithin files = new FilesWithin(root);
        assertThat(files.problem(root.resolve("a.mp4"))).contains("outside");
        assertThat(files.problem(root.resolve("dir/secret"))).contains("outside");
    }

    @Test
    void followsTheLinksOfTheHubsCache() throws Exception {
        Path hub = folder.resolve("datasets--me--set");
        Path root = Files.createDirectories(hub.resolve("snapshots/4f2a"));
        Files.createDirectories(hub.resolve("blobs"));
        Files.writeString(hub.resolve("blobs/17"), "a");
        Files.createSymbolicLink(root.resolve("a.mp4"), Path.of("../../blobs/17"));
        assertThat(new FilesWithin(root).problem(root.resolve("a.mp4"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "..", "observation.images.<script>", "a/../../b", "C:\\x", "\u0000", "con."})
    void givesAFolderAHarmlessNameWhateverTheFeatureIsCalled(String name) {
        Camera camera = Camera.of(new DatasetFeature(name, "video", List.of(3, 48, 64), List.of()), 7);
        assertThat(camera.folder()).matches("7(-[A-Za-z0-9_-]{1,40})?");
        assertThat(VizSite.images(camera, 3)).matches("images/7[A-Za-z0-9_-]*/episode-000003/");
    }

    @Test
    void knowsAPicturesSizeFromItsAxes() {
        Camera named = Camera.of(
                new DatasetFeature("a", "video", List.of(3, 48, 64), List.of("channels", "height", "width")), 0);
        Camera last = Camera.of(new DatasetFeature("a", "video", List.of(48, 64, 3), List.of()), 0);
        Camera first = Camera.of(new DatasetFeature("a", "image", List.of(3, 48, 64), List.of()), 0);
        for (Camera camera : List.of(named, last, first)) {
            assertThat(camera.extent("width")).isEqualTo(64);
            assertThat(camera.extent("height")).isEqualTo(48);
        }
    }
}
