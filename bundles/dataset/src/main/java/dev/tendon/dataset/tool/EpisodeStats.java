/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.tool.Recipe.KeepStatistics;
import dev.tendon.dataset.tool.Recipe.Pick;
import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.DatasetStatistics;
import dev.tendon.dataset.write.EpisodeStatistics;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FeatureStatistics;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statistics of the new episodes: what is still good of the old ones, and the rest computed. Thread: its creator's. */
final class EpisodeStats implements Closeable {
    /** Columns whose values a new place among the episodes changes. */
    private static final Set<String> PLACE = Set.of("index", "episode_index", "task_index");

    private final Recipe recipe;
    private final boolean quantiles;
    private final PictureStats pictures;

    EpisodeStats(Recipe recipe, VideoTools tools) {
        this.recipe = recipe;
        pictures = new PictureStats(tools.video(), recipe.spec().version());
        quantiles = recipe.statistics() == KeepStatistics.NONE || quantilesEverywhere(recipe);
    }

    /** Whether all old sets have quantiles: the new one has one kind of statistics in all its episodes. */
    private static boolean quantilesEverywhere(Recipe recipe) {
        Set<SourceSet> seen = new java.util.HashSet<>();
        for (Pick pick : recipe.picks()) {
            if (seen.add(pick.set())) {
                Map<String, FeatureStatistics> features =
                        pick.set().record(pick.episode()).statistics().features();
                if (!features.isEmpty()
                        && features.values().stream()
                                .noneMatch(values -> values.values().containsKey("q50"))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Those of the new episode: {@code rows}, with some columns {@code instead}. */
    DatasetStatistics of(Pick pick, Rows rows, Map<String, ColumnValues> instead, DatasetStatistics old)
            throws IOException, InterruptedException {
        Map<String, FeatureStatistics> all = new LinkedHashMap<>();
        List<FeatureSpec> missing = new ArrayList<>();
        for (FeatureSpec feature : recipe.spec().features().values()) {
            FeatureStatistics kept = old.features().get(feature.name());
            if (kept != null && keep(feature)) {
                all.put(feature.name(), kept);
            } else if (feature.numeric()) {
                missing.add(feature);
            } else if (recipe.statistics() == KeepStatistics.NONE) {
                pictures.of(pick, feature, rows).ifPresent(found -> all.put(feature.name(), found));
            }
        }
        DatasetStatistics computed = compute(missing, rows, instead);
        missing.forEach(feature -> {
            FeatureStatistics found = computed.features().get(feature.name());
            if (found != null) {
                all.put(feature.name(), found);
            }
        });
        if (!quantiles) {
            all.replaceAll((name, values) -> values.withoutQuantiles());
        }
        return DatasetStatistics.of(all).ordered(recipe.spec());
    }

    private boolean keep(FeatureSpec feature) {
        return switch (recipe.statistics()) {
            case ALL -> true;
            case VALUES -> !PLACE.contains(feature.name());
            case PICTURES -> !feature.numeric();
            case NONE -> feature.depth();
        };
    }

    private DatasetStatistics compute(List<FeatureSpec> features, Rows rows, Map<String, ColumnValues> instead)
            throws IOException {
        Map<String, FeatureStatistics> all = new LinkedHashMap<>();
        if (rows.length() == 0) {
            return DatasetStatistics.EMPTY;
        }
        for (FeatureSpec feature : features) { // one at a time, so that one column is in memory
            ColumnValues values = instead.get(feature.name());
            all.put(
                    feature.name(),
                    EpisodeStatistics.of(
                            recipe.spec().version(),
                            feature,
                            values == null ? rows.column(feature) : values,
                            rows.length()));
        }
        return DatasetStatistics.of(all);
    }

    @Override
    public void close() {
        pictures.close();
    }
}
