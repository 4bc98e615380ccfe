/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files that should be there and are not, and files that are there and should not be. */
final class FolderCheck {
    private static final String ASIDE = "Look whether you need it; if not, delete it";

    private final MetaScan meta;
    private final Findings findings;

    FolderCheck(MetaScan meta, Findings findings) {
        this.meta = meta;
        this.findings = findings;
    }

    void check(List<EpisodeRow> episodes) throws IOException {
        Set<Path> known = new HashSet<>();
        Set<Path> missing = new LinkedHashSet<>();
        for (EpisodeRow row : episodes) {
            look(row.data(), row, known, missing);
            row.videos().values().forEach(video -> look(video.file(), row, known, missing));
        }
        orphans(meta.root().resolve("data"), known);
        orphans(meta.root().resolve("videos"), known);
        if (meta.episodeFiles().isEmpty() && meta.info().totalEpisodes() > 0) {
            findings.add(Finding.error(
                    FindingKind.MISSING_FILE,
                    Path.of("meta", meta.fileAnEpisode() ? "episodes.jsonl" : "episodes"),
                    "missing: nothing lists the episodes",
                    "Copy or download the meta folder again"));
        }
        leftovers();
        beside();
    }

    private void look(Path file, EpisodeRow row, Set<Path> known, Set<Path> missing) {
        if (known.add(file) && !Files.isRegularFile(file) && missing.add(file)) {
            findings.add(Finding.error(
                            FindingKind.MISSING_FILE,
                            findings.relative(file),
                            "missing",
                            "Copy or download it again, or delete the episodes that need it")
                    .ofEpisode(row.index()));
        }
    }

    private void orphans(Path folder, Set<Path> known) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 6)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (known.contains(file)) {
                    continue;
                }
                String name = file.getFileName().toString();
                boolean read = name.endsWith(".parquet") && folder.endsWith("data");
                Path relative = findings.relative(file);
                if (read) {
                    findings.add(Finding.error(
                            FindingKind.ORPHAN_FILE,
                            relative,
                            "no episode names it, and LeRobot reads its rows all the same",
                            "Run tendon dataset repair"));
                } else {
                    findings.add(Finding.warning(FindingKind.ORPHAN_FILE, relative, "no episode names it", ASIDE));
                }
            }
        }
    }

    private void leftovers() throws IOException {
        Path root = meta.root();
        for (Path file : new TreeSet<>(children(root))) {
            String name = file.getFileName().toString();
            if (name.equals(".tendon")
                    && Files.isDirectory(file.resolve("journal"))
                    && !children(file.resolve("journal")).isEmpty()) {
                findings.add(Finding.warning(
                        FindingKind.LEFTOVER,
                        findings.relative(file),
                        "a recording was cut short, or is running: its last episode is not saved",
                        "If nobody is recording, run tendon dataset repair, or tendon record --resume=true"));
            } else if (name.equals("images") && Files.isDirectory(file)) {
                findings.add(Finding.warning(
                        FindingKind.LEFTOVER,
                        findings.relative(file),
                        "pictures that LeRobot left behind when it wrote the episodes",
                        ASIDE));
            } else if (name.endsWith(".tmp") || name.startsWith("tmp")) {
                findings.add(Finding.warning(
                        FindingKind.LEFTOVER, findings.relative(file), "a temporary file or folder", ASIDE));
            }
        }
    }

    /** What a tool that was killed left beside the dataset. */
    private void beside() {
        Path root = meta.root().toAbsolutePath().normalize();
        Path unfinished = root.resolveSibling(root.getFileName() + ".tendon-new");
        if (Files.isDirectory(unfinished)) {
            findings.add(Finding.warning(
                    FindingKind.LEFTOVER,
                    unfinished,
                    "a tool is at work on the dataset, or was killed",
                    "If none is, delete that folder, or run the tool again, which does"));
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
