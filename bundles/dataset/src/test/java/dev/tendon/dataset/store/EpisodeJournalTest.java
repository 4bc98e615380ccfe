/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendon.dataset.DatasetFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeJournalTest {
    private static final JournalHeader HEADER = new JournalHeader(
            7,
            30,
            "so101_follower",
            List.of(
                    new DatasetFeature("action", "float32", List.of(2), List.of("a.pos", "b.pos")),
                    new DatasetFeature("big", "int64", List.of(1), List.of()),
                    new DatasetFeature("done", "bool", List.of(1), List.of()),
                    new DatasetFeature("note", "string", List.of(1), List.of()),
                    new DatasetFeature("wrist", "image", List.of(2, 2, 3), List.of()),
                    new DatasetFeature("top", "video", List.of(2, 2, 3), List.of()),
                    new DatasetFeature("timestamp", "float32", List.of(1), List.of())),
            java.util.Map.of("top", dev.tendon.video.VideoEncoding.DEFAULT));

    @TempDir
    Path folder;

    private Path journaled(int frames) throws IOException {
        Path place = folder.resolve("000001");
        try (EpisodeJournal journal = EpisodeJournal.begin(new LocalFiles(), place, HEADER)) {
            journal.task("Reach");
            JournalRow row = journal.row();
            for (int frame = 0; frame < frames; frame++) {
                row.set(row.slot("action"), new float[] {frame, 0 - frame});
                row.set(row.slot("big"), 0, Long.MAX_VALUE - frame);
                row.set(row.slot("done"), 0, frame % 2);
                row.set(row.slot("note"), frame < 2 ? "begin" : "go");
                journal.image("wrist", ByteBuffer.wrap(new byte[] {1, 2, (byte) frame}));
                journal.append();
            }
        }
        return place;
    }

    @Test
    void givesBackWhatWasAppended() throws IOException {
        JournalReader reader = new JournalReader(journaled(4));
        assertThat(reader.header()).isEqualTo(HEADER);
        RowLayout layout = reader.header().layout();
        List<String> seen = new ArrayList<>();
        reader.rows(
                3,
                (row, texts) -> seen.add(row.getFloat(layout.slots().get(0).at(1)) + " "
                        + (Long.MAX_VALUE - row.getLong(layout.slots().get(1).at(0))) + " "
                        + row.get(layout.slots().get(2).at(0)) + " "
                        + texts.get(row.getInt(layout.slots().get(3).at(0))) + " " + JournalReader.task(row, texts)));
        assertThat(seen).containsExactly("0.0 0 0 begin Reach", "-1.0 1 1 begin Reach", "-2.0 2 0 go Reach");
        assertThat(reader.rows()).isEqualTo(4);
        assertThat(reader.imageCount(0)).isEqualTo(4);
        assertThat(reader.tasks(4)).containsExactly("Reach");
    }

    @Test
    void losesOnlyTheTornEndWhereverTheFileIsCut() throws IOException {
        Path rows = journaled(5).resolve(JournalHeader.ROWS);
        byte[] whole = Files.readAllBytes(rows);
        int before = 0;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(rows, java.util.Arrays.copyOf(whole, length));
            int found = new JournalReader(rows.getParent()).rows();
            assertThat(found).isBetween(before, before + 1);
            before = found;
        }
        assertThat(before).isEqualTo(5);
    }

    @Test
    void takesZerosForNoRows() throws IOException {
        Path rows = journaled(3).resolve(JournalHeader.ROWS);
        try (FileChannel channel = FileChannel.open(rows, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4096), channel.size());
        }
        assertThat(new JournalReader(rows.getParent()).rows()).isEqualTo(3);
    }

    @Test
    void countsAsDurableWhatIsSyncedInAllStreams() throws IOException {
        try (EpisodeJournal journal = EpisodeJournal.begin(new LocalFiles(), folder.resolve("000002"), HEADER)) {
            journal.task("Reach");
            for (int frame = 0; frame < 3; frame++) {
                journal.image("wrist", ByteBuffer.wrap(new byte[] {1}));
                journal.append();
            }
            assertThat(journal.durableFrames()).isZero();
            journal.sync();
            assertThat(journal.durableFrames()).isZero(); // none of the video's
            journal.videoDurable("top", 2);
            assertThat(journal.durableFrames()).isEqualTo(2);
        }
    }

    @Test
    void takesNothingMoreAfterAFailedWriteAndKeepsWhatItHas() throws IOException {
        FaultyFiles full = new FaultyFiles(folder, FaultyFiles.Fault.FULL, 12);
        Path place = folder.resolve("000003");
        try (EpisodeJournal journal = EpisodeJournal.begin(full, place, HEADER)) {
            journal.task("Reach");
            assertThatThrownBy(() -> {
                        for (int frame = 0; frame < 100; frame++) {
                            journal.append();
                        }
                    })
                    .isInstanceOf(DiskFullException.class)
                    .hasMessageContaining("Free some space");
            assertThat(journal.failed()).isTrue();
            assertThatThrownBy(journal::append).isInstanceOf(IllegalStateException.class);
            assertThat(new JournalReader(place).rows()).isEqualTo(journal.frames());
        }
    }

    @Test
    void refusesWhatARowDoesNotHold() throws IOException {
        try (EpisodeJournal journal = EpisodeJournal.begin(new LocalFiles(), folder.resolve("000004"), HEADER)) {
            assertThatThrownBy(() -> journal.row().slot("timestamp")).hasMessageContaining("action");
            assertThatThrownBy(() -> journal.row().set(0, 2, 1.0)).hasMessageContaining("action");
            assertThatThrownBy(() -> journal.row().set(3, 0, 1.0)).hasMessageContaining("texts");
            assertThatThrownBy(journal::append).hasMessageContaining("task");
        }
    }
}
