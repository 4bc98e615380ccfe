/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.curator.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.api.option.ConfigException;
import dev.tendon.curator.DatasetOptions;
import dev.tendon.curator.Rig;
import dev.tendon.curator.edit.OperationOptions.Kind;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.EpisodeJournal;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.tool.Export;
import dev.tendon.dataset.tool.Progress;
import dev.tendon.dataset.tool.Summary;
import dev.tendon.dataset.tool.Validator;
import dev.tendon.shell.testkit.FakeConsole;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditVerbsTest {
    private static final DatasetOptions NONE = new DatasetOptions(Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private final FakeConsole console = new FakeConsole();
    private Path root;

    @BeforeEach
    void copy() throws Exception {
        root = Rig.golden("v3.0-video", folder.resolve("set"));
    }

    private static void assertValid(Path dataset, int episodes) throws Exception {
        assertThat(Validator.of(dataset).videos(Rig.VIDEO).run(Progress.NONE).findings())
                .isEmpty();
        assertThat(Summary.of(dataset).episodes()).isEqualTo(episodes);
    }

    private void delete(Object episodes, boolean dryRun) throws Exception {
        new DeleteEpisodesVerb(Rig.VIDEO)
                .run(new DeleteEpisodesOptions(Optional.of(root), NONE, episodes, Optional.empty(), dryRun), console);
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() throws Exception {
        delete("1", true);
        assertThat(String.join(" ", console.err)).contains("Deletes 1 of 2 episodes", "10 of 20 frames");
        assertThat(console.text()).contains("Nothing was changed");
        assertThat(console.json).containsEntry("dry_run", true).containsEntry("episodes", 1);
        assertValid(root, 2);
        assertThat(folder.resolve("set_old")).doesNotExist();
    }

    @Test
    void theResultTakesTheOldOnesPlaceWhichIsKept() throws Exception {
        delete(List.of(0), false);
        assertValid(root, 1);
        assertValid(folder.resolve("set_old"), 2);
        assertThat(console.text()).contains("1 episode", "set_old");
        assertThat(console.json).containsKeys("old_root", "bytes").containsEntry("frames", 10L);
    }

    @Test
    void episodesAreNumbersOrRanges() {
        assertThat(Numbers.of("0-2,7", "episodes")).containsExactly(0, 1, 2, 7);
        assertThat(Numbers.of(List.of(3, "5-6"), "episodes")).containsExactly(3, 5, 6);
        assertThat(Numbers.of(4, "episodes")).containsExactly(4);
        assertThatThrownBy(() -> Numbers.of("first", "episodes"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--episodes")
                .hasMessageContaining("0-9");
    }

    @Test
    void splitsByFractionOrByEpisodesBesideTheDataset() throws Exception {
        new SplitVerb(Rig.VIDEO)
                .run(
                        new SplitOptions(Optional.of(root), NONE, Map.of("a", 0.5, "b", 0.5), Optional.empty(), false),
                        console);
        assertValid(folder.resolve("set_a"), 1);
        assertValid(folder.resolve("set_b"), 1);
        assertThat(Splits.plan(root, Map.of("x", "0-1")).get("x").episodes()).isEqualTo(2);
        assertThatThrownBy(() -> Splits.plan(root, Map.of("../x", 0.5)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("../x");
    }

    @Test
    void listsTasksWhereNothingIsSaidOfThem() throws Exception {
        TasksOptions list = new TasksOptions(
                Optional.of(root), NONE, Optional.empty(), Map.of(), Map.of(), Optional.empty(), false);
        new TasksVerb(Rig.VIDEO).run(list, console);
        assertThat(console.text()).contains("pick the cube", "place the cube");
        TasksOptions change = new TasksOptions(
                Optional.of(root), NONE, Optional.of("move it"), Map.of(), Map.of(), Optional.empty(), false);
        new TasksVerb(Rig.VIDEO).run(change, console);
        assertThat(Summary.of(root).tasks()).hasSize(1);
        assertValid(root, 2);
    }

    @Test
    void showsStatisticsByNameOfTheValue() throws Exception {
        new StatsVerb(Rig.VIDEO)
                .run(new StatsOptions(Optional.of(root), NONE, false, false, Optional.empty(), false), console);
        assertThat(console.text()).contains("MEAN", "shoulder_pan.pos", "observation.images.front", "red");
    }

    @Test
    void addsAFeature() throws Exception {
        AddFeatureOptions options = new AddFeatureOptions(
                Optional.of(root),
                NONE,
                "next.success",
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
        new AddFeatureVerb(Rig.VIDEO).run(options, console);
        assertThat(Summary.of(root).info().features().get("next.success").dtype())
                .isEqualTo("bool");
        assertValid(root, 2);
    }

    @Test
    void exportsTablesAndPictures() throws Exception {
        Path output = folder.resolve("out");
        export(output, Export.Form.CSV, Export.Pictures.MP4);
        assertThat(Files.readAllLines(output.resolve("episode_000001.csv")))
                .hasSize(11)
                .first()
                .asString()
                .startsWith("action.shoulder_pan.pos,")
                .endsWith(",task_index,task");
        assertThat(Rig.VIDEO
                        .probe(output.resolve("observation.images.front/episode_000001.mp4"))
                        .frames())
                .isEqualTo(10);
        export(folder.resolve("json"), Export.Form.JSONL, Export.Pictures.PNG);
        assertThat(Files.readAllLines(folder.resolve("json/episode_000001.jsonl"))
                        .get(9))
                .contains("\"action\":[25.5,", "\"task\":\"place the cube\"");
        assertThat(folder.resolve("json/observation.images.front/episode_000001/frame_000009.png"))
                .exists();
    }

    private void export(Path output, Export.Form form, Export.Pictures pictures) throws Exception {
        new ExportVerb(Rig.VIDEO)
                .run(
                        new ExportOptions(
                                Optional.of(root),
                                NONE,
                                output,
                                form,
                                pictures,
                                Optional.of("1"),
                                Optional.empty(),
                                false),
                        console);
    }

    @Test
    void mergesWhatIsNamedByOptionAndByPosition() throws Exception {
        Path merged = folder.resolve("merged");
        new MergeVerb(Rig.VIDEO).run(new MergeOptions(List.of(root), DatasetOptions.at(root), merged, false), console);
        assertValid(merged, 4);
    }

    @Test
    void repairSaysThatNothingIsWrong() throws Exception {
        new RepairVerb(Rig.VIDEO)
                .run(new RepairOptions(Optional.of(root), NONE, Optional.empty(), Journaled.LEAVE, false), console);
        assertThat(console.text()).contains("nothing is wrong");
        assertThat(folder.resolve("set_old")).doesNotExist();
    }

    @Test
    void takesWhatLeRobotsUsersType() throws Exception {
        lerobot(Kind.DELETE_EPISODES, Optional.of(folder.resolve("deleted")));
        assertValid(folder.resolve("deleted"), 1);
        lerobot(Kind.RECOMPUTE_STATS, Optional.empty());
        assertValid(folder.resolve("set_recomputed_stats"), 2);
        lerobot(Kind.REENCODE_VIDEOS, Optional.empty());
        assertValid(folder.resolve("set_reencoded"), 2);
        lerobot(Kind.MERGE, Optional.of(folder.resolve("merged")));
        assertValid(folder.resolve("merged"), 4);
        lerobot(Kind.INFO, Optional.empty());
        assertThat(console.text()).contains("LeRobotDataset v3.0");
    }

    private void lerobot(Kind kind, Optional<Path> output) throws Exception {
        OperationOptions operation = new OperationOptions(
                kind,
                Optional.of(List.of(1)),
                Map.of(),
                List.of(),
                List.of(root, root),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                true,
                false,
                VideoEncoding.DEFAULT,
                false);
        new LeRobotVerb(Rig.VIDEO)
                .run(
                        new LeRobotOptions(
                                operation, Optional.empty(), Optional.of(root), Optional.empty(), output, false, false),
                        console);
    }

    @Test
    void repairSavesAnEpisodeWhoseRecorderDied() throws Exception {
        String key = "observation.images.front";
        try (DatasetStore store = DatasetStore.open(new LocalFiles(), Rig.VIDEO, root)) {
            EpisodeJournal journal = store.begin("place the cube", Map.of());
            try (VideoEncoder encoder = Rig.VIDEO.encode(
                    journal.video(key),
                    new PictureFormat(64, 48, 10),
                    VideoEncoding.DEFAULT,
                    VideoForm.FRAGMENTED,
                    OptionalInt.of(1))) {
                ByteBuffer picture = ByteBuffer.allocateDirect(64 * 48 * 3);
                for (int frame = 0; frame < 5; frame++) {
                    journal.append();
                    encoder.write(picture);
                }
                encoder.finish();
            }
            journal.close();
        }
        repair(Journaled.LEAVE);
        assertThat(console.text()).contains("an episode of 5 frames was being recorded", "--recover=keep");
        assertThat(console.json).containsEntry("journaled_frames", List.of(5));
        repair(Journaled.KEEP);
        assertThat(root.resolve(".tendon")).doesNotExist();
        assertValid(root, 3);
    }

    private void repair(Journaled recover) throws Exception {
        new RepairVerb(Rig.VIDEO)
                .run(new RepairOptions(Optional.of(root), NONE, Optional.empty(), recover, false), console);
    }
}
