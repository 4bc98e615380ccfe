/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.MetaScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Looks at everything in a dataset, and tells everything that is wrong. Reads only; memory does not grow with the number of frames.
 * Thread: its creator's.
 */
public final class Validator {
    private final Path root;
    private boolean quick;

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
        return findings.result(root, quick, rows);
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
