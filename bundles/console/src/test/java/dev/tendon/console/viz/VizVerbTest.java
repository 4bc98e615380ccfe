/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.option.ConfigException;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ChoiceEntry;
import dev.tendon.config.CommandLine;
import dev.tendon.config.Parsed;
import dev.tendon.config.RefusedChoice;
import dev.tendon.console.Wire;
import dev.tendon.shell.Verb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verb, from its command line to what it serves. */
@Timeout(60)
class VizVerbTest {
    @TempDir
    private Path folder;

    private final FakeConsole console = new FakeConsole();

    private static final class NoChoices implements ChoiceCatalog {
        @Override
        public List<ChoiceInfo> list() {
            return List.of();
        }

        @Override
        public Optional<ChoiceEntry> find(String registry, String nameOrAlias) {
            return Optional.empty();
        }

        @Override
        public List<RefusedChoice> refused() {
            return List.of();
        }
    }

    private static Parsed<VizOptions> parse(String... args) {
        return new CommandLine(new NoChoices()).parse(VizOptions.class, List.of(args));
    }

    private int run(String... args) throws Exception {
        return new VizVerb(Optional.empty()).run(parse(args).options(), console);
    }

    /** A page that is served while a test looks at it. */
    private final class Served implements AutoCloseable {
        private final FutureTask<Integer> task;
        private final Thread thread;
        final URI address;

        Served(String... args) throws Exception {
            task = new FutureTask<>(() -> run(args));
            thread = new Thread(task, "test-verb");
            thread.start();
            String line = console.out.poll(30, TimeUnit.SECONDS);
            if (line == null) {
                task.get(1, TimeUnit.SECONDS);
                throw new AssertionError("no address");
            }
            address = URI.create(line);
        }

        HttpResponse<byte[]> get(String path, String... headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }

        String raw(String path) throws Exception {
            return Wire.get(address, address.getPath() + path, "Host: " + address.getAuthority());
        }

        @Override
        public void close() throws IOException {
            thread.interrupt();
            try {
                assertThat(task.get(10, TimeUnit.SECONDS)).isEqualTo(Verb.DONE);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IOException(e);
            }
        }
    }

    @Test
    void takesLeRobotsOptions() throws Exception {
        Parsed<VizOptions> parsed = parse(
                "--repo-id",
                "me/set",
                "--episode-index",
                "3",
                "--root",
                "r",
                "--output-dir",
                "o",
                "--batch-size",
                "32",
                "--num-workers",
                "4",
                "--mode",
                "local",
                "--web-port",
                "9090",
                "--grpc-port",
                "9876",
                "--save",
                "1",
                "--tolerance-s",
                "1e-4",
                "--display-compressed-images",
                "--display-mode",
                "rerun",
                "--host",
                "127.0.0.1",
                "--no-autoplay",
                "--ws-port",
                "9087");
        VizOptions options = parsed.options();
        assertThat(options.first()).hasValue(3);
        assertThat(options.output()).hasValue(Path.of("o"));
        assertThat(options.port()).hasValue(9090);
        assertThat(options.folder(Map.of(), folder)).isEqualTo(Path.of("r"));
        assertThat(parsed.notices())
                .hasSize(10)
                .anyMatch(notice -> notice.startsWith("--batch_size has no effect"))
                .anyMatch(notice -> notice.startsWith("--save has no effect"));
    }

    @Test
    void findsADatasetByItsName() throws Exception {
        assertThat(parse("--dataset.repo_id=me/set").options().folder(Map.of(), Path.of("/home/me")))
                .isEqualTo(Path.of("/home/me/.cache/huggingface/lerobot/me/set"));
        assertThat(parse("--repo-id=me/set").options().folder(Map.of("HF_LEROBOT_HOME", "/data"), Path.of("/home/me")))
                .isEqualTo(Path.of("/data/me/set"));
    }

    @Test
    void wantsExactlyOneFolder() {
        assertThatThrownBy(() -> parse()).isInstanceOf(ConfigException.class).hasMessageContaining("--dataset.root");
        assertThatThrownBy(() -> parse("a", "--dataset.root=b"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("given twice: a and --dataset.root=b");
    }

    @Test
    void writesAFolderAndTellsWhere() throws Exception {
        Path root = Sets.copy("v3.0-video", folder);
        assertThat(run("--dataset.root=" + root, "--output=" + folder.resolve("page"), "--episode=1"))
                .isEqualTo(Verb.DONE);
        assertThat(console.out)
                .containsExactly(folder.resolve("page/index.html").toString());
        assertThat(console.json)
                .containsEntry("root", root.toString())
                .containsEntry("episodes", 2)
                .containsEntry("first_episode", 1)
                .containsEntry("missing_videos", 0L)
                .containsEntry("output", folder.resolve("page").toString())
                .doesNotContainKey("url");
    }

    @Test
    void shiftsTheBlameForAnUnreadableEpisodeToTheDataset() throws Exception {
        Path root = Sets.copy("v2.1-video", folder);
        Files.writeString(root.resolve("data/chunk-000/episode_000000.parquet"), "torn");
        assertThat(run("--dataset.root=" + root, "--output=" + folder.resolve("page")))
                .isEqualTo(Verb.DATA);
        assertThat(console.err).anyMatch(line -> line.contains("episode_000000.parquet"));
        assertThat(console.json).containsEntry("unreadable_episodes", List.of(0));
    }

    @Test
    void writesOnlyTheEpisodesThatAreWanted() throws Exception {
        Path root = Sets.copy("v2.1-video", folder);
        run("--dataset.root=" + root, "--output=" + folder.resolve("page"), "--dataset.episodes=[1]");
        assertThat(Sets.files(folder.resolve("page")).map(Path::toString))
                .contains("data/episode-000001.js")
                .doesNotContain("data/episode-000000.js", "videos/0-front/0001.mp4");
        assertThatThrownBy(() -> run("--dataset.root=" + root, "--dataset.episodes=[1]", "--episode=0"))
                .isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> run("--dataset.root=" + root, "--episode=2"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no episode 2");
    }

    @Test
    void servesUntilItIsInterrupted() throws Exception {
        Path root = Sets.copy("v3.0-video", folder);
        URI address;
        try (Served served = new Served("--dataset.root=" + root)) {
            address = served.address;
            assertThat(address.toString()).matches("http://127\\.0\\.0\\.1:\\d+/[\\w-]{43}/");
            assertThat(console.json).containsEntry("url", address.toString());
            assertThat(served.get("").statusCode()).isEqualTo(200);
            assertThat(served.get("data/dataset.js").headers().firstValue("Content-Type"))
                    .hasValue("text/javascript; charset=utf-8");
        }
        assertThatThrownBy(() -> Wire.get(address, "/")).isInstanceOf(java.net.ConnectException.class);
    }

    @Test
    void servesPartsOfVideos() throws Exception {
        Path root = Sets.copy("v3.0-video", folder);
        byte[] video = Files.readAllBytes(root.resolve("videos/observation.images.front/chunk-000/file-000.mp4"));
        try (Served served = new Served(root.toString())) {
            String path = "videos/0-front/0000.mp4";
            assertThat(served.get(path).body()).isEqualTo(video);
            assertThat(served.get(path).headers().firstValue("Accept-Ranges")).hasValue("bytes");
            HttpResponse<byte[]> part = served.get(path, "Range", "bytes=100-199");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(video, 100, 200));
            assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 100-199/" + video.length);
            assertThat(part.headers().firstValue("Content-Type")).hasValue("video/mp4");
            HttpResponse<byte[]> behind = served.get(path, "Range", "bytes=" + video.length + "-");
            assertThat(behind.statusCode()).isEqualTo(416);
            assertThat(behind.headers().firstValue("Content-Range")).hasValue("bytes */" + video.length);
            HttpResponse<byte[]> head = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(served.address.resolve(path))
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(head.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void servesPicturesOutOfRows() throws Exception {
        Path root = Sets.copy("v3.0-image", folder);
        try (Served served = new Served(root.toString())) {
            HttpResponse<byte[]> picture = served.get("images/0-front/episode-000001/000009.png");
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
            assertThat(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(picture.body()))
                                    .getRGB(7, 3)
                            & 0xFFFFFF)
                    .isEqualTo(28 << 16 | 15 << 8 | (100 + 8 * 9));
            assertThat(served.get("images/0-front/episode-000001/000010.png").statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../meta/info.json",
                "meta/info.json",
                "videos/observation.images.front/chunk-000/file-000.mp4",
                "videos/0-front/../../meta/info.json",
                "videos/0-front/%2e%2e/%2e%2e/meta/info.json",
                "videos/0-front/0001.mp4",
                "videos/0-front/",
                "videos//0-front/0000.mp4",
                "data/episode-000002.js",
                "data/episode-1.js",
                "data/episode-999999999.js",
                "data/dataset.js/",
                "images/0-front/episode-000000/000000.png",
                "images/../data/dataset.js",
                "VizSite.class",
                "files/app.js"
            })
    void servesNothingElse(String path) throws Exception {
        try (Served served = new Served(Sets.copy("v3.0-video", folder).toString())) {
            assertThat(served.raw(path)).matches("HTTP/1.1 40[04].*");
        }
    }

    @Test
    void tellsThePageOfAnEpisodeThatCannotBeRead() throws Exception {
        Path root = Sets.copy("v2.1-video", folder);
        Files.writeString(root.resolve("data/chunk-000/episode_000001.parquet"), "torn");
        try (Served served = new Served(root.toString())) {
            assertThat(new String(
                            served.get("data/episode-000001.js").body(), java.nio.charset.StandardCharsets.US_ASCII))
                    .startsWith("TendonViz.failed(")
                    .contains("episode_000001.parquet");
        }
    }

    @Test
    void servesThisMachineOnly() throws Exception {
        Path root = Sets.copy("v3.0-video", folder);
        assertThatThrownBy(() -> run("--dataset.root=" + root, "--host=0.0.0.0"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--port=8765");
    }
}
