/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything in a dataset, and tells everything that is wrong. Reads only; memory does not grow with the number of frames.
 * Thread: its creator's.
 */
public final class Validator {
    /** With these, numbers by episode mean nothing. */
    private static final Set<FindingKind> BASIC = Set.of(
            FindingKind.INFO,
            FindingKind.EPISODES,
            FindingKind.UNREADABLE_FILE,
            FindingKind.COLUMNS,
            FindingKind.SHAPE,
            FindingKind.ROW_COUNT,
            FindingKind.ROW_INDEX);

    private final Path root;
    private boolean quick;
    private @Nullable Video video;

    private Validator(Path root) {
        this.root = root;
    }

    /** For the dataset in folder {@code root}. */
    public static Validator of(Path root) {
        return new Validator(root);
    }

    /** Decodes no picture and recomputes no statistics: every number is looked at, and every file's own counts. */
    public Validator quick() {
        quick = true;
        return this;
    }

    /** Looks into video files, too; without, only whether they are there. */
    public Validator videos(Video with) {
        video = with;
        return this;
    }

    /**
     * Looks.
     *
     * @throws ConfigException where there is no such folder, or no dataset in it
     * @throws IOException where the disk fails; damage in the dataset is no exception but a finding
     */
    public Validation run(Progress progress) throws IOException, InterruptedException {
        requireDataset(root);
        return Interrupts.heed(() -> look(progress));
    }

    private Validation look(Progress progress) throws IOException, InterruptedException {
        Findings findings = new Findings(root);
        MetaScan meta;
        try {
            meta = MetaScan.open(root);
        } catch (FormatException e) {
            findings.unreadable(root.resolve("meta").resolve("info.json"), e);
            return findings.result(root, quick, 0);
        }
        progress.at("Reading meta", 0, 0);
        EpisodeList episodes = EpisodeList.check(meta, findings);
        Map<Long, String> tasks = tasks(meta, findings);
        new MetaCheck(meta, findings).check(episodes, tasks);
        new FolderCheck(meta, findings).check(episodes.rows());
        long rows = new DataCheck(meta, findings, tasks, quick).check(episodes, progress);
        PictureSamples samples = new PictureSamples();
        if (video != null) {
            new VideoCheck(meta, findings, video, quick, samples).check(episodes, progress);
        }
        if (!quick && statisticsCanBeRead(meta, findings)) {
            statistics(findings, episodes, samples, progress);
        }
        return findings.result(root, quick, rows);
    }

    /** They are found by episode, and computed from rows that are all there; and v2.0 has none by episode. */
    private static boolean statisticsCanBeRead(MetaScan meta, Findings findings) {
        return !meta.info().codebaseVersion().equals("v2.0")
                && findings.kept().stream()
                        .noneMatch(finding -> finding.severity() == Severity.ERROR && BASIC.contains(finding.kind()));
    }

    private void statistics(Findings findings, EpisodeList episodes, PictureSamples samples, Progress progress)
            throws IOException, InterruptedException {
        Path meta = root.resolve("meta");
        try {
            new StatsCheck(DatasetMeta.read(root), findings, samples).check(episodes.rows(), progress);
        } catch (FormatException e) {
            findings.unreadable(meta, e);
        }
    }

    /** Refuses a folder in which there is no dataset. */
    static void requireDataset(Path root) {
        if (!Files.isDirectory(root)) {
            throw new ConfigException(
                    "No dataset: there is no folder " + root.toAbsolutePath().normalize());
        }
        if (!Files.exists(root.resolve("meta").resolve("info.json"))) {
            throw new ConfigException("No dataset: " + root.toAbsolutePath().normalize()
                    + " has no meta/info.json. Name the folder that holds meta and data");
        }
    }

    /** The tasks; none, and told, where they cannot be read. */
    static Map<Long, String> tasks(MetaScan meta, Findings findings) throws IOException {
        Path file = meta.root().resolve("meta").resolve(meta.fileAnEpisode() ? "tasks.jsonl" : "tasks.parquet");
        try {
            return meta.tasks();
        } catch (NoSuchFileException e) {
            if (meta.info().totalEpisodes() == 0) {
                return Map.of(); // it comes with the first episode
            }
            findings.add(Finding.error(
                    FindingKind.MISSING_FILE,
                    findings.relative(file),
                    "missing, though every row names a task",
                    "Copy or download the meta folder again"));
        } catch (FormatException e) {
            findings.unreadable(file, e);
        }
        return Map.of();
    }
}
