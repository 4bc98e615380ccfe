/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a folder. */
class PageFolderTest {
    @TempDir
    private Path folder;

    private PageFolder.Result write(Path root, Path output) throws IOException {
        return new PageFolder(Sets.recording(root), root, output).write((done, total) -> {});
    }

    private List<String> here() throws IOException {
        try (var found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void holdsAllThatThePageNeeds() throws Exception {
        Path root = Sets.copy("v3.0-video", folder);
        Path output = folder.resolve("page");
        PageFolder.Result result = write(root, output);
        assertThat(Sets.files(output).map(Path::toString))
                .contains(
                        "index.html",
                        "app.js",
                        "uPlot.iife.min.js",
                        "LICENSE-uPlot.txt",
                        "data/dataset.js",
                        "data/episode-000000.js",
                        "data/episode-000001.js",
                        "videos/0-front/0000.mp4")
                .hasSize((int) result.files());
        assertThat(output.resolve("videos/0-front/0000.mp4"))
                .hasSameBinaryContentAs(root.resolve("videos/observation.images.front/chunk-000/file-000.mp4"));
        assertThat(result.unreadable()).isEmpty();
        assertThat(here()).containsExactly("page", "v3.0-video");
    }

    /** What its scripts and links name is in it, and nothing is asked of anybody else. */
    @Test
    void namesNoFileButItsOwn() throws Exception {
        Path output = folder.resolve("page");
        write(Sets.copy("v3.0-image", folder), output);
        String page = Files.readString(output.resolve("index.html"));
        var matcher =
                java.util.regex.Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
        int links = 0;
        while (matcher.find()) {
            assertThat(output.resolve(matcher.group(1))).isRegularFile();
            links++;
        }
        assertThat(links).isGreaterThan(9);
        assertThat(page).doesNotContain("type=\"module\"");
        for (String own : List.of("app.js", "data.js", "player.js", "plots.js", "episodes.js", "statistics.js")) {
            assertThat(Files.readString(output.resolve(own)))
                    .doesNotContain("http")
                    .doesNotContain("fetch(")
                    .doesNotContain("innerHTML")
                    .doesNotContain("insertAdjacent");
        }
        assertThat(output.resolve("images/0-front/episode-000001/000009.png")).isRegularFile();
    }

    @Test
    void replacesAPageOfItsOwnAndNothingElse() throws Exception {
        Path output = folder.resolve("page");
        write(Sets.copy("v3.0-image", folder), output);
        write(Sets.copy("v3.0-video", folder), output);
        assertThat(output.resolve("images")).doesNotExist();
        assertThat(output.resolve("videos/0-front/0000.mp4")).exists();

        Files.writeString(output.resolve("data/notes.txt"), "mine");
        assertThatThrownBy(() -> write(folder.resolve("v3.0-image"), output))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("data/notes.txt")
                .hasMessageContaining("another folder");
        assertThat(output.resolve("data/notes.txt")).hasContent("mine");
        assertThat(here()).containsExactly("page", "v3.0-image", "v3.0-video");
    }

    @Test
    void refusesAFolderThatSomebodyElseMade() throws Exception {
        Path root = Sets.copy("v3.0-video", folder);
        Path output = Files.createDirectories(folder.resolve("thesis"));
        Files.writeString(output.resolve("index.html"), "mine");
        assertThatThrownBy(() -> write(root, output))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("thesis")
                .hasMessageContaining("not written by dataset viz");
        assertThat(output.resolve("index.html")).hasContent("mine");
        assertThatThrownBy(() -> write(root, output.resolve("index.html"))).hasMessageContaining("no folder");
    }

    @Test
    void followsNoLinkOutOfTheFolderThatItReplaces() throws Exception {
        Path root = Sets.copy("v3.0-video", folder);
        Path output = folder.resolve("page");
        write(root, output);
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createSymbolicLink(output.resolve("images"), other);
        assertThatThrownBy(() -> write(root, output))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("images");
        Path link = Files.createSymbolicLink(folder.resolve("link"), other);
        assertThatThrownBy(() -> write(root, link)).isInstanceOf(ConfigException.class);
    }

    @Test
    void takesAnEmptyFolder() throws Exception {
        Path output = Files.createDirectories(folder.resolve("page"));
        write(Sets.copy("v3.0-video", folder), output);
        assertThat(output.resolve("index.html")).exists();
    }

    @Test
    void isNotWrittenIntoTheDataset() throws Exception {
        Path root = Sets.copy("v3.0-video", folder);
        for (Path output : List.of(root, root.resolve("page"), root.resolve("data/../meta/page"))) {
            assertThatThrownBy(() -> write(root, output))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("dataset itself");
        }
    }

    @Test
    void tellsOfAnEpisodeThatCannotBeReadAndShowsTheOthers() throws Exception {
        Path root = Sets.copy("v2.1-video", folder);
        Files.writeString(root.resolve("data/chunk-000/episode_000001.parquet"), "torn");
        Path output = folder.resolve("page");
        PageFolder.Result result = write(root, output);
        assertThat(result.unreadable()).containsExactly(1);
        assertThat(result.problems()).singleElement().asString().contains("episode_000001.parquet");
        assertThat(output.resolve("data/episode-000000.js")).content().startsWith("TendonViz.episode(");
        assertThat(output.resolve("data/episode-000001.js")).content().startsWith("TendonViz.failed(");
    }

    @Test
    void leavesNothingBehindWhereItFails() throws Exception {
        Path root = Sets.copy("v3.0-video", folder);
        PageFolder page = new PageFolder(Sets.recording(root), root, folder.resolve("page"));
        assertThatThrownBy(() -> page.write((done, total) -> {
                    if (done == 2) {
                        throw new IllegalStateException("torn down");
                    }
                }))
                .hasMessage("torn down");
        assertThat(here()).containsExactly("v3.0-video");
    }
}
