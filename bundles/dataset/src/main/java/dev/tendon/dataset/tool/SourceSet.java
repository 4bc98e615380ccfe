/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.EpisodeRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A dataset that others are made from. Its {@code meta} is in order, or it is refused: what is rewritten on wrong premises is lost.
 * Immutable.
 */
final class SourceSet {
    private final DatasetMeta meta;
    private final List<EpisodeRow> episodes;
    private final List<String> tasks;

    private SourceSet(DatasetMeta meta, List<EpisodeRow> episodes, List<String> tasks) {
        this.meta = meta;
        this.episodes = List.copyOf(episodes);
        this.tasks = List.copyOf(tasks);
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
        return new SourceSet(DatasetMeta.read(root), list.rows(), List.copyOf(new TreeMap<>(tasks).values()));
    }

    Path root() {
        return meta.root();
    }

    DatasetSpec spec() {
        return meta.spec();
    }

    /** All episodes; index {@code i} is at position {@code i}. */
    List<EpisodeRow> episodes() {
        return episodes;
    }

    /** The tasks' texts by number. */
    List<String> tasks() {
        return tasks;
    }

    /** All that {@code meta} tells of {@code episode}. */
    EpisodeRecord record(EpisodeRow episode) {
        return meta.episodes().get(episode.index());
    }

    /** Frames of all episodes. */
    long frames() {
        return episodes.stream().mapToLong(EpisodeRow::length).sum();
    }
}
