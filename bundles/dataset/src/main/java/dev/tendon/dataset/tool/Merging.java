/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.tool.Edit.Planned;
import dev.tendon.dataset.tool.Recipe.KeepStatistics;
import dev.tendon.dataset.tool.Recipe.Pick;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FormatVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several datasets as one. They agree in robot, rate and features; how their videos were encoded may differ, and is then told of none
 * (LeRobot 0.6, datasets/aggregate.py and feature_utils.py, {@code features_equal_for_merge}).
 */
final class Merging {
    /** What is said of the encoder (LeRobot 0.6, configs/video.py, {@code VIDEO_ENCODER_INFO_KEYS}). */
    private static final Set<String> ENCODER = Set.of(
            "video.g", "video.crf", "video.preset", "video.fast_decode", "video.extra_options", "video.video_backend");

    private static final List<String> DEPTH = List.of("is_depth_map", "video.is_depth_map");

    private final List<SourceSet> sets;

    Merging(List<SourceSet> sets) {
        this.sets = List.copyOf(sets);
    }

    Planned plan() {
        if (sets.size() < 2) {
            throw new ConfigException("Which datasets? Name two folders at least");
        }
        List<String> problems = new ArrayList<>();
        for (SourceSet set : sets.subList(1, sets.size())) {
            differences(sets.get(0), set)
                    .forEach(difference -> problems.add(
                            sets.get(0).root() + " and " + set.root() + " do not go together: " + difference));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        List<Pick> picks = new ArrayList<>();
        Set<String> tasks = new LinkedHashSet<>();
        for (SourceSet set : sets) {
            set.episodes().forEach(episode -> picks.add(new Pick(set, episode)));
            tasks.addAll(set.tasks());
        }
        Recipe recipe = Recipe.of(spec(), picks, List.copyOf(tasks)).with(KeepStatistics.VALUES);
        return new Planned(
                recipe,
                List.of("Merges " + sets.size() + " datasets: " + picks.size() + " episodes (" + recipe.frames()
                        + " frames), " + tasks.size() + (tasks.size() == 1 ? " task" : " tasks")));
    }

    private static List<String> differences(SourceSet one, SourceSet other) {
        List<String> differences = new ArrayList<>();
        if (one.spec().fps() != other.spec().fps()) {
            differences.add(
                    "fps " + one.spec().fpsNumber() + " and " + other.spec().fpsNumber());
        }
        if (!one.spec().robotType().equals(other.spec().robotType())) {
            differences.add("robot_type \"" + one.spec().robotType().orElse("") + "\" and \""
                    + other.spec().robotType().orElse("") + "\"");
        }
        Map<String, FeatureSpec> left = one.spec().features();
        Map<String, FeatureSpec> right = other.spec().features();
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        for (String name : names) {
            FeatureSpec a = left.get(name);
            FeatureSpec b = right.get(name);
            if (a == null || b == null) {
                differences.add("only " + (a == null ? "the second" : "the first") + " has \"" + name + "\"");
            } else if (!normal(a).equals(normal(b))) {
                differences.add("\"" + name + "\": " + differing(normal(a), normal(b)));
            }
        }
        return differences;
    }

    /** The entries that differ, those of the first and of the second. */
    private static String differing(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        List<String> parts = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(one.keySet());
        keys.addAll(other.keySet());
        for (String key : keys) {
            if (!Objects.equals(one.get(key), other.get(key))) {
                parts.add(key + " " + brief(one.get(key)) + " and " + brief(other.get(key)));
            }
        }
        return String.join(", ", parts);
    }

    private static String brief(@Nullable Object value) {
        return MetaCheck.brief(String.valueOf(value));
    }

    /** What must be the same. */
    private static Map<String, @Nullable Object> normal(FeatureSpec feature) {
        Map<String, @Nullable Object> normal = new LinkedHashMap<>();
        normal.put("dtype", feature.dtype());
        normal.put("shape", feature.shape());
        normal.put("names", feature.json().get("names"));
        if (feature.video() || feature.image()) {
            Map<String, @Nullable Object> info = new LinkedHashMap<>(feature.info());
            info.keySet().removeAll(ENCODER);
            DEPTH.forEach(info::remove);
            if (!info.isEmpty()) {
                normal.put("info", new java.util.TreeMap<>(info));
            }
            normal.put("depth", feature.depth());
        }
        return normal;
    }

    private DatasetSpec spec() {
        DatasetSpec first = sets.get(0).spec();
        boolean mixed = sets.stream().anyMatch(set -> set.spec().version() != first.version());
        DatasetSpec base =
                mixed && first.version() != FormatVersion.V3_0 ? Conversion.spec(first, FormatVersion.V3_0) : first;
        List<FeatureSpec> features =
                base.features().values().stream().map(this::merged).toList();
        return base.toBuilder().features(features).build();
    }

    private FeatureSpec merged(FeatureSpec feature) {
        if (!feature.video()) {
            return feature;
        }
        Map<String, @Nullable Object> info = new LinkedHashMap<>(feature.info());
        for (String key : ENCODER) {
            Set<Object> values = new LinkedHashSet<>();
            for (SourceSet set : sets) {
                values.add(Objects.requireNonNullElse(
                        set.spec().features().get(feature.name()).info().get(key), Map.of()));
            }
            if (values.size() > 1) {
                info.put(key, key.equals("video.extra_options") ? Map.of() : null);
            }
        }
        return info.equals(feature.info()) ? feature : feature.withInfo(info);
    }
}
