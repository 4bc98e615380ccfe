/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {
    @TempDir
    Path root;

    private final TinySet set = new TinySet();

    private List<Finding> findings() throws Exception {
        return Validator.of(root).run(Progress.NONE).findings().stream()
                .filter(finding -> finding.kind() != FindingKind.STATISTICS) // the tiny set has none
                .toList();
    }

    private Finding onlyFinding() throws Exception {
        List<Finding> findings =
                Validator.of(root).videos(EditTest.VIDEO).run(Progress.NONE).findings();
        assertThat(findings.stream().map(Finding::text)).hasSize(1);
        return findings.get(0);
    }

    /** The one thing that is wrong. */
    private Finding finding() throws Exception {
        List<Finding> findings = findings();
        assertThat(findings.stream().map(Finding::text)).hasSize(1);
        return findings.get(0);
    }

    private void assertFound(FindingKind kind, Path file, int episode, long frame, String... words) throws Exception {
        Finding found = finding();
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.file()).isEqualTo(Optional.of(file));
        assertThat(found.episode()).isEqualTo(OptionalInt.of(episode));
        assertThat(found.frame()).isEqualTo(OptionalLong.of(frame));
        assertThat(found.text()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v3.0-image", "v3.0-video", "v3.0-converted", "v3.0-converted-image", "v2.1-image", "v2.1-video"
            })
    void findsNothingWrongWithWhatLeRobotWrote(String golden) throws Exception {
        Validation result = Validator.of(Path.of("src/test/resources/golden", golden))
                .videos(EditTest.VIDEO)
                .run(Progress.NONE);
        assertThat(result.findings().stream().map(Finding::text)).isEmpty();
        assertThat(result.rows()).isEqualTo(20);
        assertThat(result.valid()).isTrue();
    }

    @Test
    void findsNothingWrongWithSeveralFiles() throws Exception {
        set.write(root);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aFolderWithoutADatasetIsTheUsersMistake() {
        assertThatThrownBy(() -> Validator.of(root).run(Progress.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("meta/info.json");
    }

    @Test
    void tellsABrokenInfoAsAFindingAndNoMore() throws Exception {
        set.write(root);
        Files.writeString(root.resolve("meta/info.json"), "{\"codebase_version\": ");
        assertThat(finding().text()).contains("meta/info.json", "JSON");
    }

    @ParameterizedTest
    @CsvSource({"total_frames\": 10,total_frames\": 11,total_frames", "total_tasks\": 2,total_tasks\": 3,total_tasks"})
    void countsWhatInfoCounts(String from, String to, String word) throws Exception {
        set.write(root);
        Path info = root.resolve("meta/info.json");
        Files.writeString(info, Files.readString(info).replace(from, to));
        assertThat(finding().kind()).isEqualTo(FindingKind.TOTALS);
        assertThat(finding().text()).contains(word);
    }

    @Test
    void tellsAGapAndADoubleInTheListOfEpisodes() throws Exception {
        set.episodes.get(1).put("episode_index", 2L);
        set.write(root);
        assertThat(findings().stream().map(Finding::text))
                .anyMatch(text -> text.contains("listed twice"))
                .anyMatch(text -> text.contains("episode 1 is not listed"));
    }

    @Test
    void tellsAnEpisodeThatDoesNotFollowTheOneBefore() throws Exception {
        set.episodes.get(1).put("dataset_from_index", 4L);
        set.episodes.get(1).put("dataset_to_index", 7L);
        set.write(root);
        assertThat(findings().stream().map(Finding::text))
                .anyMatch(text -> text.contains("episode 1: it begins at row 4, and the one before ends at 3"));
    }

    @ParameterizedTest
    @CsvSource({"index,7,ROW_INDEX", "frame_index,7,ROW_INDEX", "task_index,7,TASK_INDEX", "task_index,0,TASK_INDEX"})
    void tellsARowWhoseNumberIsWrong(String column, long value, FindingKind kind) throws Exception {
        set.row(1, 1).put(column, value);
        set.write(root);
        assertFound(kind, TinySet.FIRST, 1, 1, "repair");
    }

    @Test
    void tellsATimeStampThatIsOffByMoreThanLeRobotTolerates() throws Exception {
        set.row(2, 3).put("timestamp", 0.30009f);
        set.row(2, 2).put("timestamp", 0.2002f);
        set.write(root);
        assertFound(FindingKind.TIMESTAMP, TinySet.SECOND, 2, 2, "0.2002", "0.2 s");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY})
    void tellsWhatIsNoNumberOnceAnEpisode(float value) throws Exception {
        set.row(0, 1).put("action", List.of(1f, value));
        set.row(0, 2).put("action", List.of(value, 1f));
        set.write(root);
        assertFound(FindingKind.NOT_FINITE, TinySet.FIRST, 0, 1, "action[b]", "and 1 more");
    }

    @Test
    void tellsARowOfAnotherShape() throws Exception {
        set.row(0, 1).put("action", List.of(1f, 2f, 3f));
        set.row(2, 0).remove("note");
        set.write(root);
        assertThat(findings().stream().map(Finding::text))
                .hasSize(2)
                .anyMatch(text -> text.contains("episode 0, frame 1: \"action\" has 3 values instead of 2"))
                .anyMatch(text -> text.contains("episode 2, frame 0: \"note\" has 0 values instead of 1"));
    }

    @Test
    void tellsRowsThatAreMissingAndThatThoseBehindAreMisplaced() throws Exception {
        set.rows.get(0).remove(4);
        set.write(root);
        assertThat(findings().stream().map(Finding::kind)).contains(FindingKind.ROW_COUNT, FindingKind.ROW_INDEX);
        assertThat(findings().stream().map(Finding::text))
                .anyMatch(text -> text.contains("episode 1: it holds 2 of its rows; meta says 3"))
                .anyMatch(text -> text.contains("file-001") && text.contains("another frame"));
    }

    @Test
    void tellsRowsOfAnEpisodeThatIsNotThere() throws Exception {
        set.rows.get(1).forEach(row -> row.put("episode_index", 9L));
        set.write(root);
        assertThat(findings().stream().map(Finding::text))
                .anyMatch(text -> text.contains("all of its 4 rows"))
                .anyMatch(text -> text.contains("episode 2: it holds 0 of its rows"));
    }

    @Test
    void tellsColumnsThatAreMissingTooManyOrOfAnotherType() throws Exception {
        set.columns.removeIf(
                column -> column.getName().equals("note") || column.getName().equals("done"));
        set.columns.add(dev.tendon.dataset.ParquetFiles.number("done", PrimitiveTypeName.INT64));
        set.columns.add(dev.tendon.dataset.ParquetFiles.number("extra", PrimitiveTypeName.INT64));
        set.rows.forEach(rows -> rows.forEach(row -> {
            row.remove("note");
            row.put("done", 1L);
        }));
        set.write(root);
        assertThat(findings().stream().filter(finding -> finding.file().equals(Optional.of(TinySet.FIRST))))
                .extracting(Finding::text)
                .hasSize(3)
                .anyMatch(text -> text.contains("no column \"note\""))
                .anyMatch(text -> text.contains("\"extra\""))
                .anyMatch(text -> text.contains("int64") && text.contains("bool"));
    }

    @Test
    void aFileThatIsCutShortIsOneFindingAndTheRestIsLookedAt() throws Exception {
        set.row(2, 0).put("action", List.of(1f, Float.NaN));
        set.write(root);
        byte[] whole = Files.readAllBytes(root.resolve(TinySet.FIRST));
        Files.write(root.resolve(TinySet.FIRST), Arrays.copyOf(whole, whole.length / 2));
        assertThat(findings().stream().map(Finding::kind))
                .containsExactly(FindingKind.UNREADABLE_FILE, FindingKind.NOT_FINITE);
    }

    @Test
    void aFileThatLeRobotWouldReadAndNoEpisodeNamesIsAnError() throws Exception {
        set.write(root);
        Files.copy(root.resolve(TinySet.SECOND), root.resolve("data/chunk-000/file-007.parquet"));
        assertThat(findings().stream().map(Finding::kind)).contains(FindingKind.ORPHAN_FILE, FindingKind.ROW_COUNT);
    }

    @Test
    void tellsMissingVideosAndFilesThatNobodyNeeds() throws Exception {
        TinySet.golden("v2.1-video", root);
        Path videos = root.resolve("videos/chunk-000/observation.images.front");
        Files.move(videos.resolve("episode_000001.mp4"), videos.resolve("episode_000007.mp4"));
        assertThat(findings())
                .extracting(Finding::kind, Finding::severity)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(FindingKind.MISSING_FILE, Severity.ERROR),
                        org.assertj.core.groups.Tuple.tuple(FindingKind.ORPHAN_FILE, Severity.WARNING));
    }

    @Test
    void decodesPicturesUnlessItShallBeQuick() throws Exception {
        TinySet.golden("v3.0-image", root);
        Path info = root.resolve("meta/info.json");
        Files.writeString(info, Files.readString(info).replaceAll("48,(\\s+)64", "48,$165"));
        assertThat(findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(FindingKind.IMAGE))
                .allSatisfy(finding -> assertThat(finding.text()).contains("64x48 pixels instead of 65x48", "9 more"));
        assertThat(Validator.of(root).quick().run(Progress.NONE).findings()).isEmpty();
    }

    @Test
    void aPathThatLeadsOutOfTheFolderIsAFinding() throws Exception {
        set.write(root);
        Path info = root.resolve("meta/info.json");
        Files.writeString(info, Files.readString(info).replace("data/chunk-{", "../chunk-{"));
        assertThat(findings().stream().map(Finding::text)).anyMatch(text -> text.contains("leads out"));
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        set.write(root);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Validator.of(root).run(Progress.NONE)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void theSummaryTellsWhatAPersonWantsToKnow() throws Exception {
        set.write(root);
        Summary summary = Summary.of(root);
        assertThat(summary.frames()).isEqualTo(10);
        assertThat(summary.durationS()).isEqualTo(1.0);
        assertThat(summary.tasks())
                .containsExactly(new Summary.TaskSummary(0, "pick", 2, 7), new Summary.TaskSummary(1, "put", 1, 3));
        assertThat(Map.of("shortest", summary.shortest(), "longest", summary.longest()))
                .isEqualTo(Map.of("shortest", 3L, "longest", 4L));
    }

    @Test
    void countsTheFramesOfAVideoEvenWhenItShallBeQuick() throws Exception {
        TinySet.golden("v2.1-video", root);
        Path file = Path.of("videos/chunk-000/observation.images.front/episode_000001.mp4");
        Path whole = root.resolve("whole.mp4");
        Files.move(root.resolve(file), whole);
        EditTest.VIDEO.remux(whole, root.resolve(file), 6);
        Files.delete(whole);
        List<Finding> findings = Validator.of(root)
                .quick()
                .videos(EditTest.VIDEO)
                .run(Progress.NONE)
                .findings();
        assertThat(findings)
                .extracting(Finding::kind, Finding::file)
                .contains(org.assertj.core.groups.Tuple.tuple(FindingKind.VIDEO_FRAMES, Optional.of(file)));
        assertThat(findings.get(0).text()).contains("6 frames", "10");
    }

    @Test
    void tellsAVideoThatCannotBeRead() throws Exception {
        TinySet.golden("v3.0-video", root);
        Path file = root.resolve("videos/observation.images.front/chunk-000/file-000.mp4");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 700));
        assertThat(onlyFinding().kind()).isEqualTo(FindingKind.UNREADABLE_FILE);
    }

    @Test
    void tellsAVideoOfAnotherSizeOrCodecThanIsTold() throws Exception {
        TinySet.golden("v3.0-video", root);
        Path info = root.resolve("meta/info.json");
        Files.writeString(info, Files.readString(info).replace("\"av1\"", "\"h264\""));
        assertThat(onlyFinding().severity()).isEqualTo(Severity.WARNING);
        assertThat(onlyFinding().text()).contains("codec is av1", "h264");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.02", "9.98"})
    void looksForAPictureAtTheTimeOfEachFrame(String fps) throws Exception {
        TinySet.golden("v2.1-video", root);
        Path info = root.resolve("meta/info.json");
        Files.writeString(info, Files.readString(info).replace("\"fps\": 10", "\"fps\": " + fps));
        assertThat(Validator.of(root).videos(EditTest.VIDEO).run(Progress.NONE).findings())
                .filteredOn(finding -> finding.kind() == FindingKind.VIDEO_FRAMES)
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.text()).contains("no picture within"));
    }

    @Test
    void computesStatisticsAnewAndComparesThem() throws Exception {
        TinySet.golden("v2.1-video", root);
        Path file = root.resolve("meta/episodes_stats.jsonl");
        Files.writeString(file, Files.readString(file).replace("[21.0, 21.125", "[21.0, 22.125"));
        assertThat(onlyFinding().kind()).isEqualTo(FindingKind.STATISTICS);
        assertThat(onlyFinding().text()).contains("episode 1", "mean of \"action\"[1]", "22.125", "--recompute");
    }

    @ParameterizedTest
    @CsvSource({"v2.1-video,mean,0.06", "v2.1-video,std,0.06", "v2.1-video,max,0.5", "v2.1-image,mean,0.06"})
    void comparesStatisticsOfPicturesWithThePictures(String golden, String name, double off) throws Exception {
        TinySet.golden(golden, root);
        Path file = root.resolve("meta/episodes_stats.jsonl");
        String lines = Files.readString(file);
        java.util.regex.Matcher number = java.util.regex.Pattern.compile(
                        "observation\\.images\\.front[^}]*?\"" + name + "\": \\[\\[\\[([0-9.e-]+)")
                .matcher(lines);
        assertThat(number.find()).isTrue();
        String wrong = String.valueOf(Double.parseDouble(number.group(1)) - off);
        Files.writeString(file, lines.substring(0, number.start(1)) + wrong + lines.substring(number.end(1)));

        assertThat(onlyFinding().kind()).isEqualTo(FindingKind.STATISTICS);
        assertThat(onlyFinding().text())
                .contains("episode 0", name + " of \"observation.images.front\"[0]", wrong.substring(0, 3));
        assertThat(Validator.of(root)
                        .videos(EditTest.VIDEO)
                        .quick()
                        .run(Progress.NONE)
                        .findings())
                .isEmpty();
    }

    @Test
    void doesNotTakeMemoryForFeaturesOfSizesThatNobodyRecords() throws Exception {
        set.write(root);
        Path info = root.resolve("meta/info.json");
        Files.writeString(
                info,
                Files.readString(info)
                        .replace("\"shape\": [2]", "\"shape\": [2000000]")
                        .replace("\"bool\", \"shape\": [1]", "\"bool\", \"shape\": [3000000]"));
        assertThat(findings().stream().map(Finding::text))
                .anyMatch(text -> text.contains("\"done\" and those behind it"));
    }
}
