/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.internal.RowCursor;
import dev.tendon.dataset.internal.RowCursor.Cell;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Walks every row of every data file, in the order in which LeRobot reads them. */
final class DataCheck {
    /** Values a frame that are looked at, of all features together: beyond any recording's, and some 64 MB. */
    private static final int MOST_ELEMENTS = 1 << 22;

    private final MetaScan meta;
    private final Findings findings;
    private final Map<Long, String> tasks;
    private final boolean quick;

    DataCheck(MetaScan meta, Findings findings, Map<Long, String> tasks, boolean quick) {
        this.meta = meta;
        this.findings = findings;
        this.tasks = tasks;
        this.quick = quick;
    }

    /** Returns how many rows there are. */
    long check(EpisodeList episodes, Progress progress) throws IOException, InterruptedException {
        Map<Path, List<EpisodeRow>> files = new TreeMap<>(episodes.byDataFile());
        for (Path file : MetaScan.parquetFiles(meta.root().resolve("data"))) {
            files.putIfAbsent(file, List.of());
        }
        long total = episodes.frames();
        long rows = 0;
        for (Map.Entry<Path, List<EpisodeRow>> file : files.entrySet()) {
            Interrupts.check();
            rows += checkFile(file.getKey(), file.getValue(), rows, total, progress);
        }
        progress.at("Reading rows", rows, Math.max(rows, total));
        return rows;
    }

    private long checkFile(Path file, List<EpisodeRow> episodes, long before, long total, Progress progress)
            throws IOException, InterruptedException {
        try (RowCursor cursor = RowCursor.open(file)) {
            Map<String, Cell> cells = cells(cursor, findings.relative(file));
            RowCheck check = new RowCheck(meta, findings, tasks, file, episodes, before, cells);
            while (cursor.next()) {
                if ((cursor.row() & 0x3FF) == 0) {
                    progress.at("Reading rows", Math.min(before + cursor.row(), total), total);
                    Interrupts.check();
                }
                check.row(cursor.row());
            }
            check.finish(cursor.rows());
            return cursor.rows();
        } catch (NoSuchFileException e) {
            return 0; // told already
        } catch (FormatException e) {
            findings.unreadable(file, e);
            return episodes.stream()
                    .mapToLong(EpisodeRow::length)
                    .sum(); // so that those behind it are not called misplaced
        }
    }

    /** What is looked at: those of the features that are in the file. Tells what is missing, too many or of another type. */
    private Map<String, Cell> cells(RowCursor cursor, Path file) throws IOException {
        Map<String, Cell> cells = new LinkedHashMap<>();
        long elements = 0;
        for (DatasetFeature feature : meta.info().features().values()) {
            String name = feature.name();
            if (feature.video()) {
                continue;
            }
            if (!cursor.columns().contains(name)) {
                findings.add(Finding.error(
                        FindingKind.COLUMNS,
                        file,
                        "it has no column \"" + name + "\", which meta/info.json declares",
                        "Copy or download the file again, or run tendon dataset remove-feature"));
            } else if (checkType(feature, cursor.dtype(name), file)
                    && !(quick && feature.dtype().equals("image"))) {
                elements += feature.elements();
                if (elements > MOST_ELEMENTS) {
                    findings.add(Finding.error(
                            FindingKind.UNREADABLE_FILE,
                            file,
                            "its features have more than " + MOST_ELEMENTS + " values a frame; \"" + name
                                    + "\" and those behind it are not looked at",
                            "Keep pictures as images or videos"));
                    break;
                }
                cells.put(name, cursor.cell(name, feature.elements()));
            }
        }
        for (String name : cursor.columns()) {
            if (!meta.info().features().containsKey(name)) {
                findings.add(Finding.error(
                        FindingKind.COLUMNS,
                        file,
                        "it has a column \"" + name + "\", which meta/info.json does not declare",
                        "LeRobot refuses such a file; tendon dataset stats --recompute=true writes it without"));
            }
        }
        return cells;
    }

    /** Whether values of that type can be looked at as the feature's. */
    private boolean checkType(DatasetFeature feature, String stored, Path file) {
        String declared = feature.dtype();
        boolean bytes = feature.text() || declared.equals("image");
        boolean number = NUMBERS.contains(declared);
        if (!bytes && !number) {
            return false; // unknown here: carried through untouched
        }
        if (bytes != stored.equals("string")) {
            findings.add(Finding.error(
                    FindingKind.COLUMNS,
                    file,
                    "\"" + feature.name() + "\" is stored as " + stored + ", but declared as " + declared,
                    "Copy or download the file again"));
            return false;
        }
        if (number && !stored.equals(storage(declared))) {
            findings.add(Finding.warning(
                    FindingKind.COLUMNS,
                    file,
                    "\"" + feature.name() + "\" is stored as " + stored + ", but declared as " + declared,
                    "Readers cast it, and may lose digits"));
        }
        return true;
    }

    private static final List<String> NUMBERS = List.of(
            "float16", "float32", "float64", "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32",
            "uint64");

    /** How Parquet stores a number of LeRobot's type. */
    private static String storage(String dtype) {
        return switch (dtype) {
            case "int8", "int16", "uint8", "uint16" -> "int32";
            case "uint32" -> "int32";
            case "uint64" -> "int64";
            default -> dtype;
        };
    }
}
