/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The episodes that {@code meta} lists, each once, in order.
 *
 * @param rows by rising index; an index that is listed twice is here once
 */
record EpisodeList(List<EpisodeRow> rows) {
    private static final String ADVICE = "Run tendon dataset repair, or copy or download the meta folder again";

    /** Reads the list, and tells where it contradicts itself. */
    static EpisodeList check(MetaScan meta, Findings findings) throws IOException {
        List<EpisodeRow> listed = new ArrayList<>(meta.episodes(problem -> findings.add(Finding.error(
                FindingKind.EPISODES,
                Path.of("meta", meta.fileAnEpisode() ? "episodes.jsonl" : "episodes"),
                problemOf(problem.getMessage()),
                ADVICE))));
        boolean ordered = true;
        for (int i = 1; i < listed.size(); i++) {
            ordered &= listed.get(i - 1).index() <= listed.get(i).index();
        }
        if (!ordered) {
            findings.add(Finding.error(
                    FindingKind.EPISODES,
                    findings.relative(listed.get(0).listedIn()),
                    "episodes are not listed in their order; LeRobot takes the n-th row for episode n",
                    ADVICE));
            listed.sort(Comparator.comparingInt(EpisodeRow::index));
        }
        EpisodeList list = new EpisodeList(distinct(listed, findings));
        list.checkRuns(findings);
        return list;
    }

    private static String problemOf(String message) {
        int advice = message.lastIndexOf(". ");
        return advice > 0 ? message.substring(0, advice) : message;
    }

    private static List<EpisodeRow> distinct(List<EpisodeRow> listed, Findings findings) {
        List<EpisodeRow> rows = new ArrayList<>();
        for (EpisodeRow row : listed) {
            if (!rows.isEmpty() && rows.get(rows.size() - 1).index() == row.index()) {
                findings.add(Finding.error(
                                FindingKind.EPISODES, findings.relative(row.listedIn()), "it is listed twice", ADVICE)
                        .ofEpisode(row.index()));
            } else {
                rows.add(row);
            }
        }
        return rows;
    }

    private void checkRuns(Findings findings) {
        int index = 0;
        long next = 0;
        for (EpisodeRow row : rows) {
            Path file = findings.relative(row.listedIn());
            if (row.index() != index) {
                findings.add(Finding.error(
                        FindingKind.EPISODES,
                        file,
                        (row.index() == index + 1
                                        ? "episode " + index + " is not listed"
                                        : "episodes " + index + " to " + (row.index() - 1) + " are not listed")
                                + "; LeRobot takes the n-th row for episode n, so that later videos do not fit their rows",
                        ADVICE));
            }
            if (row.toRow() - row.fromRow() != row.length()) {
                findings.add(Finding.error(
                                FindingKind.EPISODES,
                                file,
                                "it has " + row.length() + " frames, but rows " + row.fromRow() + " to " + row.toRow(),
                                ADVICE)
                        .ofEpisode(row.index()));
            }
            if (row.fromRow() != next) {
                findings.add(Finding.error(
                                FindingKind.EPISODES,
                                file,
                                "it begins at row " + row.fromRow() + ", and the one before ends at " + next,
                                ADVICE)
                        .ofEpisode(row.index()));
            }
            if (row.length() == 0) {
                findings.add(Finding.error(FindingKind.EPISODES, file, "it has no frames", "Delete it")
                        .ofEpisode(row.index()));
            }
            index = row.index() + 1;
            next = row.toRow();
        }
    }

    /** Frames of all episodes, as listed. */
    long frames() {
        return rows.stream().mapToLong(EpisodeRow::length).sum();
    }

    /** The episodes by the file that holds their rows. */
    Map<Path, List<EpisodeRow>> byDataFile() {
        Map<Path, List<EpisodeRow>> files = new LinkedHashMap<>();
        for (EpisodeRow row : rows) {
            files.computeIfAbsent(row.data(), file -> new ArrayList<>()).add(row);
        }
        return files;
    }
}
