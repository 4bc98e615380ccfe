/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.EpisodeFrames;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditTest {
    static final Video VIDEO = Video.of(new Natives(Path.of(System.getProperty("java.io.tmpdir")), "test"));

    @TempDir
    Path folder;

    private static Path golden(String name) {
        return Path.of("src/test/resources/golden", name);
    }

    private Path into(String name, Edit edit) throws Exception {
        Path output = folder.resolve(name);
        Edit.Result result = edit.into(output, VIDEO, Progress.NONE);
        assertThat(result.root()).isEqualTo(output);
        assertValid(output);
        try (var beside = Files.list(folder)) {
            assertThat(beside.map(Path::toString).filter(file -> file.contains("tendon")))
                    .isEmpty();
        }
        return output;
    }

    private static void assertValid(Path root) throws Exception {
        assertThat(Validator.of(root).videos(VIDEO).run(Progress.NONE).findings().stream()
                        .map(Finding::text))
                .isEmpty();
    }

    /** All numbers and texts of an episode, but for its place among the others. */
    private static Map<String, Object> values(Path root, int episode) throws IOException {
        try (Dataset dataset = Dataset.open(root)) {
            Set<String> names = dataset.info().features().values().stream()
                    .filter(DatasetFeature::tabular)
                    .map(DatasetFeature::name)
                    .filter(name ->
                            !Set.of("index", "episode_index", "task_index").contains(name))
                    .collect(Collectors.toSet());
            EpisodeFrames frames = dataset.frames(episode, names);
            return names.stream()
                    .collect(Collectors.toMap(
                            name -> name,
                            name -> name.equals("note")
                                    ? List.of(frames.text(name, 0))
                                    : java.util.Arrays.deepToString(frames.matrix(name)) + frames.task(0)));
        }
    }

    @ParameterizedTest
    @CsvSource({"v2.1-video,v3.0", "v2.1-image,v3.0", "v3.0-video,v2.1", "v3.0-image,v2.1", "v3.0-converted,v2.1"})
    void convertsToAnotherFormatAndBackWithTheSameValues(String name, String to) throws Exception {
        Path converted = into("converted", Edits.convert(golden(name), to));
        Path back = into("back", Edits.convert(converted, name.substring(0, 4)));
        for (int episode = 0; episode < 2; episode++) {
            assertThat(values(converted, episode)).isEqualTo(values(golden(name), episode));
            assertThat(values(back, episode)).isEqualTo(values(golden(name), episode));
        }
        if (name.equals("v2.1-video")) {
            for (String file : List.of("info.json", "episodes.jsonl", "tasks.jsonl", "episodes_stats.jsonl")) {
                assertThat(back.resolve("meta").resolve(file))
                        .hasSameTextualContentAs(golden(name).resolve("meta").resolve(file));
            }
        }
    }

    /** A camera that is told to be one: nothing here knows what its pictures mean. */
    private static Path depth(Path root) throws Exception {
        TinySet.golden("v3.0-video", root);
        Path info = root.resolve("meta/info.json");
        Files.writeString(
                info,
                Files.readString(info)
                        .replace("\"is_depth_map\": false", "\"is_depth_map\": true, \"video.depth_min\": 0.25"));
        return root;
    }

    @Test
    void carriesADepthMapThroughEveryTool() throws Exception {
        Path root = depth(folder.resolve("depth"));
        String key = "observation.images.front";
        var told =
                DatasetMeta.read(root).episodes().get(1).statistics().features().get(key);
        Map<String, Edit> edits = new java.util.LinkedHashMap<>();
        edits.put("converted", Edits.convert(root, "v2.1"));
        edits.put("deleted", Edits.deleteEpisodes(root, List.of(0)));
        edits.put("recomputed", Edits.recompute(root, true));
        edits.put("merged", Edits.merge(List.of(depth(folder.resolve("other")), root)));
        for (var edit : edits.entrySet()) {
            Path made = into(edit.getKey(), edit.getValue());
            DatasetMeta meta = DatasetMeta.read(made);
            var feature = meta.spec().features().get(key);
            assertThat(feature.depth()).as(edit.getKey()).isTrue();
            assertThat(feature.info()).as(edit.getKey()).containsEntry("video.depth_min", 0.25);
            var last = meta.episodes().get(meta.episodes().size() - 1).statistics();
            for (String name : List.of("min", "max", "mean", "std")) {
                assertThat(last.features().get(key).get(name)).as(edit.getKey()).isEqualTo(told.get(name));
            }
        }
        Path back = into("back", Edits.convert(folder.resolve("converted"), "v3.0"));
        assertThat(DatasetMeta.read(back).spec().features().get(key).depth()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"v2.1-video,v3.0-converted", "v2.1-image,v3.0-converted-image"})
    void convertsAsLeRobotsOwnConverterDoes(String from, String expected) throws Exception {
        Path converted = into("converted", Edits.convert(golden(from), "v3.0"));
        assertThat(converted.resolve("meta/info.json"))
                .hasSameTextualContentAs(golden(expected).resolve("meta/info.json"));
        DatasetMeta ours = DatasetMeta.read(converted);
        DatasetMeta theirs = DatasetMeta.read(golden(expected));
        assertThat(ours.episodes()).isEqualTo(theirs.episodes());
        assertThat(ours.tasks()).isEqualTo(theirs.tasks());
        assertThat(ours.statistics().features().keySet())
                .isEqualTo(Set.copyOf(theirs.statistics().features().keySet()));
        theirs.statistics().features().forEach((feature, statistics) -> statistics
                .values()
                .forEach((name, value) -> assertThat(ours.statistics()
                                .features()
                                .get(feature)
                                .get(name)
                                .toArray())
                        .as(feature + " " + name)
                        .containsExactly(value.toArray(), offset(1e-9))));
        for (int episode = 0; episode < 2; episode++) {
            assertThat(values(converted, episode)).isEqualTo(values(golden(expected), episode));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3.0-video", "v3.0-image", "v2.1-video", "v2.1-image"})
    void deletesAnEpisode(String name) throws Exception {
        Path output = into("deleted", Edits.deleteEpisodes(golden(name), Set.of(0)));
        assertThat(values(output, 0)).isEqualTo(values(golden(name), 1));
        Summary summary = Summary.of(output);
        assertThat(summary.episodes()).isEqualTo(1);
        assertThat(summary.tasks()).containsExactly(new Summary.TaskSummary(0, "place the cube", 1, 10));
    }

    @Test
    void refusesToDeleteWhatIsNotThereOrAllThereIs() {
        assertThatThrownBy(() -> Edits.deleteEpisodes(golden("v3.0-video"), Set.of(1, 2)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no episode 2")
                .hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> Edits.deleteEpisodes(golden("v3.0-video"), Set.of(0, 1)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("All episodes");
    }

    @Test
    void removesACamera() throws Exception {
        Path output = into("blind", Edits.removeFeatures(golden("v3.0-video"), List.of("observation.images.front")));
        assertThat(output.resolve("videos")).doesNotExist();
        assertThat(Summary.of(output).cameras()).isEmpty();
        assertThat(values(output, 1)).isEqualTo(values(golden("v3.0-video"), 1));
    }

    @Test
    void keepsFilesThatNoFormatKnows() throws Exception {
        Path root = TinySet.golden("v3.0-image", folder.resolve("original"));
        Files.writeString(root.resolve("README.md"), "mine");
        Files.writeString(root.resolve("meta/modality.json"), "{}");
        Path output = into("deleted", Edits.deleteEpisodes(root, Set.of(0)));
        assertThat(output.resolve("README.md")).hasContent("mine");
        assertThat(output.resolve("meta/modality.json")).exists();
    }

    @Test
    void writesNothingWhereSomethingIs() throws Exception {
        Edit edit = Edits.deleteEpisodes(golden("v3.0-image"), Set.of(0));
        Files.writeString(folder.resolve("mine"), "mine");
        assertThatThrownBy(() -> edit.into(folder, VIDEO, Progress.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--output");
    }

    @Test
    void leavesNothingBehindWhenItIsInterrupted() throws Exception {
        Edit edit = Edits.deleteEpisodes(golden("v3.0-image"), Set.of(0));
        assertThatThrownBy(() -> edit.into(folder.resolve("out"), VIDEO, (what, done, total) -> {
                    if (what.startsWith("Writing")) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesTheOldOnesPlaceAndKeepsItBeside() throws Exception {
        Path root = TinySet.golden("v3.0-video", folder.resolve("set"));
        Edit.Result result = Edits.deleteEpisodes(root, Set.of(1)).inPlace(VIDEO, Progress.NONE);
        Path old = folder.resolve("set_old");
        assertThat(result.old()).contains(old.toRealPath());
        assertValid(root);
        assertValid(old);
        assertThat(Summary.of(root).episodes()).isEqualTo(1);
        assertThat(Summary.of(old).episodes()).isEqualTo(2);
        assertThat(values(root, 0)).isEqualTo(values(golden("v3.0-video"), 0));
        assertThat(root.resolve(".tendon")).doesNotExist();
    }

    @Test
    void doesNotTakeThePlaceOfASetWithAnEpisodeThatIsNotSaved() throws Exception {
        Path root = TinySet.golden("v3.0-image", folder.resolve("set"));
        Files.createDirectories(root.resolve(".tendon/journal/episode"));
        Edit edit = Edits.deleteEpisodes(root, Set.of(1));
        assertThatThrownBy(() -> edit.inPlace(VIDEO, Progress.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("repair");
        assertThat(Summary.of(root).episodes()).isEqualTo(2);
        assertThat(root.resolve(".tendon/journal/episode")).exists();
        assertThat(folder.resolve("set.tendon-new")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "v3.0-video,v3.0-video",
        "v3.0-video,v2.1-video",
        "v2.1-video,v2.1-video",
        "v3.0-image,v3.0-image",
        "v2.1-image,v3.0-converted-image"
    })
    void mergesSetsOfEitherFormat(String one, String other) throws Exception {
        Path merged = into("merged", Edits.merge(List.of(golden(one), golden(other))));
        for (int episode = 0; episode < 4; episode++) {
            assertThat(values(merged, episode)).isEqualTo(values(golden(episode < 2 ? one : other), episode % 2));
        }
        Summary summary = Summary.of(merged);
        assertThat(summary.tasks())
                .containsExactly(
                        new Summary.TaskSummary(0, "pick the cube", 2, 20),
                        new Summary.TaskSummary(1, "place the cube", 2, 20));
    }

    @Test
    void tellsInWhatSetsDoNotGoTogether() throws Exception {
        Path other = new TinySet().write(folder.resolve("other"));
        assertThatThrownBy(() -> Edits.merge(List.of(golden("v3.0-image"), other)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("only the first has \"observation.state\"")
                .hasMessageContaining("\"action\": shape [6] and [2], names [shoulder_pan.pos,")
                .hasMessageContaining("only the second has \"note\"");
    }

    @Test
    void splitsByName() throws Exception {
        Map<String, Edit> parts = Edits.split(golden("v3.0-video"), Map.of("train", List.of(1), "val", List.of(0)));
        assertThat(values(into("train", parts.get("train")), 0)).isEqualTo(values(golden("v3.0-video"), 1));
        assertThat(values(into("val", parts.get("val")), 0)).isEqualTo(values(golden("v3.0-video"), 0));
        assertThatThrownBy(() -> Edits.split(golden("v3.0-video"), Map.of("a", List.of(1), "b", List.of(1))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Episode 1 is in");
    }

    @Test
    void changesTasksByEpisodeThenByTextThenForAll() throws Exception {
        Path root = new TinySet().write(folder.resolve("tiny"));
        TaskChanges changes = new TaskChanges(java.util.Optional.of("else"), Map.of(0, "own"), Map.of("put", "lay"));
        Path output = into("tasks", Edits.changeTasks(root, changes));
        assertThat(Summary.of(output).tasks().stream().map(Summary.TaskSummary::text))
                .containsExactly("own", "else", "lay");
        try (Dataset dataset = Dataset.open(output)) {
            assertThat(dataset.frames(0, Set.of()).task(2)).isEqualTo("own");
            assertThat(dataset.frames(1, Set.of()).task(0)).isEqualTo("lay");
            assertThat(dataset.frames(2, Set.of()).task(3)).isEqualTo("else");
        }
    }

    @Test
    void addsAFeatureFromAFileOrAConstant() throws Exception {
        Path root = new TinySet().write(folder.resolve("tiny"));
        Path csv = Files.writeString(folder.resolve("reward.csv"), "reward\n0\n1\n2\n3\n4\n5\n6\n7\n8\n9.5\n");
        try (Values values = ValueFiles.open(csv, java.util.Optional.empty(), "next.reward")) {
            FeatureSpec feature = FeatureSpec.of("next.reward", values.dtype(), values.shape(), List.of());
            Path output = into("added", Edits.addFeature(root, feature, values));
            try (Dataset dataset = Dataset.open(output)) {
                assertThat(dataset.frames(2, Set.of("next.reward")).value("next.reward", 3, 0))
                        .isEqualTo(9.5);
                assertThat(dataset.frames(1, Set.of("next.reward")).value("next.reward", 0, 0))
                        .isEqualTo(3);
            }
        }
        FeatureSpec success = FeatureSpec.of("success", "bool", List.of(1), List.of());
        Path output = into("constant", Edits.addFeature(root, success, Values.constant(true)));
        try (Dataset dataset = Dataset.open(output)) {
            assertThat(dataset.frames(1, Set.of("success")).value("success", 2, 0))
                    .isEqualTo(1);
        }
    }

    @Test
    void recomputesStatisticsOfNumbersAndPictures() throws Exception {
        Path root = TinySet.golden("v3.0-video", folder.resolve("set"));
        Path output = into("stats", Edits.recompute(root, true));
        assertThat(output.resolve("meta/stats.json"))
                .content()
                .contains("\"q50\"")
                .contains("observation.images.front");
    }

    @ParameterizedTest
    @CsvSource({"v3.0-image,IMAGES,libsvtav1,av1", "v2.1-image,ALL,h264,h264", "v3.0-video,VIDEOS,h264,h264"})
    void encodesPicturesAsVideosAndVideosAnew(String name, Edits.Encode which, String vcodec, String codec)
            throws Exception {
        VideoEncoding encoding = VIDEO.resolve(VideoEncoding.DEFAULT.withVcodec(vcodec));
        Path output = into("encoded", Edits.encode(golden(name), List.of(), which, encoding));
        CameraSummary camera = Summary.of(output).cameras().get(0);
        assertThat(camera.video()).isTrue();
        assertThat(camera.codec()).contains(codec);
        assertThat(values(output, 1)).isEqualTo(values(golden(name), 1));
    }

    @Test
    void encodesWhatIsThere() {
        assertThatThrownBy(
                        () -> Edits.encode(golden("v3.0-video"), List.of(), Edits.Encode.IMAGES, VideoEncoding.DEFAULT))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Which cameras");
    }

    @Test
    void aConvertedSetKeepsStatisticsInThePrecisionOfTheOtherVersion() throws Exception {
        TinySet set = new TinySet();
        for (int frame = 0; frame < 4; frame++) {
            set.row(2, frame).put("action", List.of(400.3f + frame * 0.01f, 7f));
        }
        Path root = set.write(folder.resolve("tiny"));
        Path current = into("current", Edits.recompute(root, true));
        Path legacy = into("legacy", Edits.recompute(into("old", Edits.convert(current, "v2.1")), true));
        into("converted", Edits.convert(legacy, "v3.0"));
    }
}
