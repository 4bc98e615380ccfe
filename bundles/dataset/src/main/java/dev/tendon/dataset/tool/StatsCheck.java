/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.EpisodeStatistics;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.ImageStatistics;
import dev.tendon.dataset.write.StatArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Computes every episode's statistics of numbers anew and compares them with what {@code meta} says, and {@code stats.json} with
 * those of the episodes together. Those of pictures are compared with the pictures' ({@link PictureDifference}); quantiles of numbers, which are
 * estimates, are left alone.
 */
final class StatsCheck {
    private static final List<String> COMPARED = List.of("min", "max", "mean", "std", "count");
    /** LeRobot adds in single precision; what differs by less is rounding. */
    private static final double RELATIVE = 1e-4;

    private static final String ADVICE = "Run tendon dataset stats --recompute=true";

    private final DatasetMeta meta;
    private final Findings findings;
    private final PictureSamples samples;

    /** @param samples of the videos that could be decoded */
    StatsCheck(DatasetMeta meta, Findings findings, PictureSamples samples) {
        this.meta = meta;
        this.findings = findings;
        this.samples = samples;
    }

    void check(List<EpisodeRow> rows, Progress progress) throws IOException, InterruptedException {
        boolean table = meta.spec().version() == FormatVersion.V3_0;
        Path where = table ? Path.of("meta", "episodes") : Path.of("meta", "episodes_stats.jsonl");
        if (!rows.isEmpty()
                && meta.episodes().stream()
                        .allMatch(one -> one.statistics().features().isEmpty())) {
            findings.add(
                    Finding.warning(FindingKind.STATISTICS, where, "it has no statistics of the episodes", ADVICE));
            return;
        }
        Steps steps = new Steps(progress, "Computing statistics", meta.frames());
        try (SourceRows source = new SourceRows()) {
            for (EpisodeRow row : rows) {
                Optional<String> problem =
                        problem(source.of(row), meta.episodes().get(row.index()));
                if (problem.isPresent()) {
                    findings.add(Finding.error(FindingKind.STATISTICS, where, problem.get(), ADVICE)
                            .ofEpisode(row.index()));
                }
                steps.next(row.length());
            }
        }
        if (table) {
            checkWhole();
            checkPlaces(rows);
        }
    }

    private Optional<String> problem(Rows rows, EpisodeRecord told) throws IOException {
        for (FeatureSpec feature : meta.spec().features().values()) {
            FeatureStatistics known = told.statistics().features().get(feature.name());
            if (known == null) {
                if (feature.numeric() || feature.image() || feature.video()) {
                    return Optional.of("there are no statistics of \"" + feature.name() + "\"");
                }
            } else if (feature.numeric() && rows.length() > 0) {
                Optional<String> difference = difference(feature, rows, known);
                if (difference.isPresent()) {
                    return difference;
                }
            } else if (!feature.depth()) {
                Optional<FeatureStatistics> actual =
                        feature.image() ? pictures(feature, rows) : samples.of(feature.name(), told.index());
                Optional<String> difference =
                        actual.flatMap(found -> PictureDifference.of(feature.name(), known, found));
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }

    /** Those of pictures in the rows; empty where one cannot be decoded, which is told elsewhere. */
    private static Optional<FeatureStatistics> pictures(FeatureSpec feature, Rows rows) throws IOException {
        if (rows.length() == 0) {
            return Optional.empty();
        }
        ColumnValues pictures = rows.column(feature);
        ImageStatistics sums = new ImageStatistics();
        for (int frame : ImageStatistics.sampleIndices(rows.length())) {
            byte[] bytes = pictures.picture(frame);
            if (bytes == null) {
                return Optional.empty();
            }
            try {
                Picture picture = Picture.decode(bytes);
                sums.add(picture.rgb(), picture.width(), picture.height());
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.of(sums.result(FormatVersion.V3_0));
    }

    /** A converted set keeps what the other version of LeRobot computed, in another precision: either is right. */
    private static Optional<String> difference(FeatureSpec feature, Rows rows, FeatureStatistics known)
            throws IOException {
        Optional<String> difference = Optional.empty();
        ColumnValues values = rows.column(feature);
        for (FormatVersion version : List.of(FormatVersion.V3_0, FormatVersion.V2_1)) {
            difference =
                    difference(feature.name(), known, EpisodeStatistics.of(version, feature, values, rows.length()));
            if (difference.isEmpty()) {
                break;
            }
        }
        return difference;
    }

    /** Each row says in which file it is, and LeRobot looks for its statistics there. */
    private void checkPlaces(List<EpisodeRow> rows) {
        for (EpisodeRow row : rows) {
            String told =
                    DatasetSpec.episodesPath(meta.episodes().get(row.index()).meta());
            if (!meta.root().resolve(told).equals(row.listedIn())) {
                findings.add(Finding.error(
                                FindingKind.EPISODES,
                                findings.relative(row.listedIn()),
                                "its row says that it is in " + told,
                                "Any tool that rewrites the dataset puts it right, such as tendon dataset stats --recompute=true")
                        .ofEpisode(row.index()));
            }
        }
    }

    private void checkWhole() {
        Path file = Path.of("meta", "stats.json");
        if (meta.statistics().features().isEmpty()) {
            if (!meta.episodes().isEmpty()) {
                findings.add(
                        Finding.warning(FindingKind.STATISTICS, file, "missing; LeRobot cannot train without", ADVICE));
            }
            return;
        }
        List<DatasetStatistics> all = new ArrayList<>();
        meta.episodes().forEach(episode -> all.add(episode.statistics()));
        Map<String, FeatureStatistics> whole;
        try {
            whole = DatasetStatistics.aggregate(all).features();
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error(
                    FindingKind.STATISTICS,
                    Path.of("meta", "episodes"),
                    "the statistics of the episodes do not go together: " + e.getMessage(),
                    ADVICE));
            return;
        }
        for (Map.Entry<String, FeatureStatistics> entry : whole.entrySet()) {
            FeatureStatistics known = meta.statistics().features().get(entry.getKey());
            Optional<String> difference = known == null
                    ? Optional.of("there are no statistics of \"" + entry.getKey() + "\"")
                    : difference(entry.getKey(), known, entry.getValue());
            difference.ifPresent(problem -> findings.add(Finding.error(FindingKind.STATISTICS, file, problem, ADVICE)));
        }
    }

    private static Optional<String> difference(String feature, FeatureStatistics known, FeatureStatistics actual) {
        for (String name : COMPARED) {
            StatArray told = known.values().get(name);
            StatArray found = actual.values().get(name);
            if (told == null || found == null || told.size() != found.size()) {
                return Optional.of("\"" + feature + "\" has no " + name + " of the right shape");
            }
            for (int i = 0; i < found.size(); i++) {
                double scale = name.equals("count")
                        ? 0
                        : RELATIVE
                                * Math.max(
                                        Math.abs(actual.get("max").get(i)),
                                        Math.abs(actual.get("min").get(i)));
                if (!(Math.abs(told.get(i) - found.get(i)) <= scale + 1e-9)
                        && !(Double.isNaN(told.get(i)) && Double.isNaN(found.get(i)))) {
                    return Optional.of(String.format(
                            Locale.ROOT,
                            "%s of \"%s\"%s is said to be %s, but is %s",
                            name,
                            feature,
                            found.size() > 1 ? "[" + i + "]" : "",
                            told.get(i),
                            found.get(i)));
                }
            }
        }
        return Optional.empty();
    }
}
