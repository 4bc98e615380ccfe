/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendon.dataset.ParquetFiles;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.store.Repair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where {@link Validator} says that something would help, it does. */
class AdviceTest {
    @TempDir
    Path folder;

    private enum Damage {
        TOTALS,
        EPISODE_GAP,
        EPISODE_TWICE,
        EPISODE_ROWS,
        INDEX,
        FRAME_INDEX,
        TASK_INDEX,
        ROWS_MISSING,
        ROWS_OF_NOBODY,
        EXTRA_COLUMN,
        ORPHAN,
        CUT_SHORT
    }

    private Path damaged(Damage damage) throws Exception {
        TinySet set = new TinySet();
        switch (damage) {
            case EPISODE_GAP -> set.episodes.remove(1);
            case EPISODE_TWICE -> set.episodes.add(set.episodes.get(2));
            case EPISODE_ROWS -> set.episodes.get(1).put("dataset_from_index", 4L);
            case INDEX -> set.row(1, 1).put("index", 77L);
            case FRAME_INDEX -> set.row(1, 1).put("frame_index", 77L);
            case TASK_INDEX -> set.row(1, 1).put("task_index", 77L);
            case ROWS_MISSING -> set.rows.get(0).remove(4);
            case ROWS_OF_NOBODY -> set.rows.get(1).forEach(row -> row.put("episode_index", 9L));
            case EXTRA_COLUMN -> {
                set.columns.add(ParquetFiles.number("extra", PrimitiveTypeName.INT64));
                set.rows.forEach(rows -> rows.forEach(row -> row.put("extra", 1L)));
            }
            default -> {
                // spoilt below
            }
        }
        Path root = set.write(folder.resolve("set"));
        if (damage == Damage.TOTALS) {
            Path info = root.resolve("meta/info.json");
            Files.writeString(info, Files.readString(info).replace("total_frames\": 10", "total_frames\": 12"));
        } else if (damage == Damage.ORPHAN) {
            Files.copy(root.resolve(TinySet.SECOND), root.resolve("data/chunk-000/file-007.parquet"));
        } else if (damage == Damage.CUT_SHORT) {
            byte[] whole = Files.readAllBytes(root.resolve(TinySet.SECOND));
            Files.write(root.resolve(TinySet.SECOND), Arrays.copyOf(whole, whole.length / 2));
        }
        return root;
    }

    private static List<Finding> errors(Path root) throws Exception {
        return Validator.of(root).run(Progress.NONE).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXTRA_COLUMN")
    void whatARepairShallMendItMends(Damage damage) throws Exception {
        Path root = damaged(damage);
        assertThat(errors(root)).isNotEmpty();
        Repair.inPlace(new LocalFiles(), EditTest.VIDEO, root);
        assertThat(errors(root).stream().map(Finding::text)).isEmpty();
        assertThat(Summary.of(root).episodes()).isPositive();
    }

    @Test
    void aColumnThatNobodyDeclaresGoesWithAnyRewriting() throws Exception {
        Path root = damaged(Damage.EXTRA_COLUMN);
        assertThat(errors(root))
                .allSatisfy(finding -> assertThat(finding.advice()).contains("stats --recompute=true"));
        Edits.recompute(root, true).inPlace(EditTest.VIDEO, Progress.NONE);
        assertThat(errors(root)).isEmpty();
    }

    @Test
    void nothingIsWrongAfterwards() throws Exception {
        Path root = damaged(Damage.INDEX);
        Repair.inPlace(new LocalFiles(), EditTest.VIDEO, root);
        assertThat(Repair.inspect(EditTest.VIDEO, root).needed()).isFalse();
    }
}
