/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.write.DatasetSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A dataset that others are made from. Its {@code meta} is in order, or it is refused: what is rewritten on wrong premises is lost.
 * Immutable.
 */
final class SourceSet {
    private final Path root;
    private final DatasetSpec spec;
    private final List<EpisodeRow> episodes;
    private final List<String> tasks;
    private final Map<Integer, Long> rowsBefore = new HashMap<>();

    private SourceSet(Path root, DatasetSpec spec, List<EpisodeRow> episodes, List<String> tasks) {
        this.root = root;
        this.spec = spec;
        this.episodes = List.copyOf(episodes);
        this.tasks = List.copyOf(tasks);
        Map<Path, Long> rows = new HashMap<>();
        for (EpisodeRow episode : episodes) {
            rowsBefore.put(episode.index(), rows.getOrDefault(episode.data(), 0L));
            rows.merge(episode.data(), episode.length(), Long::sum);
        }
    }

    /**
     * Opens the dataset at {@code root}.
     *
     * @throws dev.tendon.api.option.ConfigException where there is none
     * @throws FormatException where its {@code meta} contradicts itself
     */
    static SourceSet open(Path root) throws IOException {
        Validator.requireDataset(root);
        Findings findings = new Findings(root);
        MetaScan meta = MetaScan.open(root);
        EpisodeList list = EpisodeList.check(meta, findings);
        Map<Long, String> tasks = Validator.tasks(meta, findings);
        new MetaCheck(meta, findings).check(list, tasks);
        for (Finding finding : findings.kept()) {
            if (finding.severity() == Severity.ERROR) {
                throw new FormatException(root + ": not rewritten, since " + finding.text()
                        + " (tendon dataset validate tells everything that is wrong)");
            }
        }
        return new SourceSet(root, DatasetSpec.read(root), list.rows(), List.copyOf(new TreeMap<>(tasks).values()));
    }

    Path root() {
        return root;
    }

    DatasetSpec spec() {
        return spec;
    }

    /** All episodes; index {@code i} is at position {@code i}. */
    List<EpisodeRow> episodes() {
        return episodes;
    }

    /** The tasks' texts by number. */
    List<String> tasks() {
        return tasks;
    }

    /** How many rows lie before those of {@code episode} in its data file. */
    long rowsBefore(EpisodeRow episode) {
        return rowsBefore.getOrDefault(episode.index(), 0L);
    }

    /** Frames of all episodes. */
    long frames() {
        return episodes.stream().mapToLong(EpisodeRow::length).sum();
    }
}
