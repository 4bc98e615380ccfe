/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.api.option.ConfigException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.tool.Edit.Planned;
import dev.tendon.dataset.tool.Recipe.KeepStatistics;
import dev.tendon.dataset.tool.Recipe.Pick;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of {@link Edit}. Each looks at the datasets and refuses what cannot be done; none changes anything yet. Thread: any. */
public final class Edits {
    private Edits() {}

    /**
     * The dataset without some episodes; the others are numbered anew, and tasks that nobody has any more are gone.
     *
     * @throws ConfigException where there is no such episode, or none would be left
     */
    public static Edit deleteEpisodes(Path root, Collection<Integer> episodes) throws IOException {
        return new Edit(Optional.of(root), () -> {
            SourceSet set = SourceSet.open(root);
            Set<Integer> gone = Episodes.existing(set, episodes);
            List<EpisodeRow> kept = set.episodes().stream()
                    .filter(episode -> !gone.contains(episode.index()))
                    .toList();
            if (kept.isEmpty()) {
                throw new ConfigException("All episodes of " + root + " would be deleted. Delete the folder instead");
            }
            long frames = set.episodes().stream()
                    .filter(episode -> gone.contains(episode.index()))
                    .mapToLong(EpisodeRow::length)
                    .sum();
            return new Planned(
                    some(set, kept),
                    List.of("Deletes " + gone.size() + " of " + set.episodes().size() + " episodes (" + frames + " of "
                            + set.frames() + " frames): " + Episodes.text(gone)));
        });
    }

    /**
     * The dataset in parts, by name.
     *
     * @param parts numbers of episodes by the name of their part
     * @throws ConfigException where there is no such episode, or one is in two parts
     */
    public static Map<String, Edit> split(Path root, Map<String, List<Integer>> parts) throws IOException {
        SourceSet whole = SourceSet.open(root);
        Map<String, Edit> edits = new LinkedHashMap<>();
        Map<Integer, String> owner = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> part : parts.entrySet()) {
            Set<Integer> wanted = Episodes.existing(whole, part.getValue());
            if (wanted.isEmpty()) {
                problems.add("Part \"" + part.getKey() + "\" would have no episode");
            }
            for (int episode : wanted) {
                String other = owner.putIfAbsent(episode, part.getKey());
                if (other != null) {
                    problems.add("Episode " + episode + " is in \"" + other + "\" and in \"" + part.getKey() + "\"");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        for (Map.Entry<String, List<Integer>> part : parts.entrySet()) {
            Set<Integer> wanted = new TreeSet<>(part.getValue());
            edits.put(part.getKey(), new Edit(Optional.of(root), () -> {
                SourceSet set = SourceSet.open(root);
                List<EpisodeRow> kept = set.episodes().stream()
                        .filter(episode -> wanted.contains(episode.index()))
                        .toList();
                Recipe recipe = some(set, kept);
                return new Planned(
                        recipe,
                        List.of("\"" + part.getKey() + "\" gets " + kept.size() + " of "
                                + set.episodes().size() + " episodes (" + recipe.frames() + " frames): "
                                + Episodes.text(wanted)));
            }));
        }
        return edits;
    }

    /**
     * The dataset in parts by fraction; see {@link Fractions}.
     *
     * @throws ConfigException where the fractions are more than one, or a part gets no episode
     */
    public static Map<String, Edit> splitByFraction(Path root, Map<String, Double> fractions) throws IOException {
        return split(root, Fractions.of(SourceSet.open(root).episodes().size(), fractions));
    }

    /** A recipe for some episodes of a set, with the tasks that they have. */
    private static Recipe some(SourceSet set, List<EpisodeRow> kept) {
        Set<String> had = new LinkedHashSet<>();
        kept.forEach(episode -> had.addAll(episode.tasks()));
        List<String> tasks = set.tasks().stream().filter(had::contains).toList();
        return Recipe.of(set.spec(), picks(set, kept), tasks);
    }

    private static List<Pick> picks(SourceSet set, List<EpisodeRow> episodes) {
        return episodes.stream().map(episode -> new Pick(set, episode)).toList();
    }

    private static Recipe all(SourceSet set, DatasetSpec spec) {
        return Recipe.of(spec, picks(set, set.episodes()), set.tasks()).with(KeepStatistics.ALL);
    }

    /**
     * The dataset in another format: {@code v3.0} or {@code v2.1}.
     *
     * @throws ConfigException where that is no format that is written here, or the set is in it already
     */
    public static Edit convert(Path root, String to) throws IOException {
        FormatVersion version = FormatVersion.of(to.startsWith("v") ? to : "v" + to)
                .orElseThrow(() -> new ConfigException("--to=" + to + ": the formats are v3.0 and v2.1"));
        return new Edit(Optional.of(root), () -> {
            SourceSet set = SourceSet.open(root);
            if (set.spec().version() == version) {
                throw new ConfigException(root + " is in format " + version.codebaseVersion() + " already");
            }
            return new Planned(
                    all(set, Conversion.spec(set.spec(), version)),
                    List.of("Converts " + set.episodes().size() + " episodes (" + set.frames() + " frames) from "
                            + set.spec().version().codebaseVersion() + " to " + version.codebaseVersion()));
        });
    }

    /**
     * The dataset without some features, and their videos.
     *
     * @throws ConfigException where there is no such feature, or every dataset needs it
     */
    public static Edit removeFeatures(Path root, Collection<String> names) throws IOException {
        return new Edit(Optional.of(root), () -> {
            SourceSet set = SourceSet.open(root);
            Set<String> gone = new LinkedHashSet<>(names);
            Features.requireRemovable(set.spec(), gone);
            List<FeatureSpec> kept = set.spec().features().values().stream()
                    .filter(feature -> !gone.contains(feature.name()))
                    .toList();
            DatasetSpec.Builder spec = set.spec().toBuilder().features(kept);
            if (kept.stream().noneMatch(FeatureSpec::video)) {
                spec = Features.withoutVideos(set.spec(), spec);
            }
            return new Planned(all(set, spec.build()), List.of("Removes " + String.join(", ", gone)));
        });
    }

    /**
     * The dataset with its statistics computed anew.
     *
     * @param pictures whether those of pictures are, too, which takes decoding a sample of them
     */
    public static Edit recompute(Path root, boolean pictures) throws IOException {
        return new Edit(Optional.of(root), () -> {
            SourceSet set = SourceSet.open(root);
            return new Planned(
                    all(set, set.spec()).with(pictures ? KeepStatistics.NONE : KeepStatistics.PICTURES),
                    List.of("Computes the statistics of " + set.episodes().size() + " episodes anew"
                            + (pictures ? "" : ", those of pictures excepted")));
        });
    }

    /**
     * Several datasets as one, in the order in which they are named; with {@code v2.1} and {@code v3.0} among them it is {@code v3.0}.
     *
     * @throws ConfigException where they differ in robot, rate or features
     */
    public static Edit merge(List<Path> roots) throws IOException {
        return new Edit(Optional.empty(), () -> {
            List<SourceSet> sets = new ArrayList<>();
            for (Path root : roots) {
                sets.add(SourceSet.open(root));
            }
            return new Merging(sets).plan();
        });
    }

    /**
     * The dataset with the episodes of another behind its own, in its format; as resuming does it, what is said of the encoders may differ.
     *
     * @throws ConfigException where they differ in robot, rate or features
     */
    public static Edit append(Path root, Path other) throws IOException {
        return new Edit(Optional.of(root), () -> {
            SourceSet set = SourceSet.open(root);
            SourceSet more = SourceSet.open(other);
            DatasetStore.requireFits(root, set.spec(), more.spec());
            List<Pick> picks = new ArrayList<>(picks(set, set.episodes()));
            picks.addAll(picks(more, more.episodes()));
            Set<String> tasks = new LinkedHashSet<>(set.tasks());
            tasks.addAll(more.tasks());
            return new Planned(
                    Recipe.of(set.spec(), picks, List.copyOf(tasks)),
                    List.of("Adds " + more.episodes().size() + " episodes (" + more.frames() + " frames) to "
                            + set.episodes().size()));
        });
    }

    /**
     * The dataset with other tasks.
     *
     * @throws ConfigException where there is no such task or episode
     */
    public static Edit changeTasks(Path root, TaskChanges changes) throws IOException {
        return new Edit(Optional.of(root), () -> {
            SourceSet set = SourceSet.open(root);
            changes.check(set);
            List<String> tasks = changes.tasks(set);
            return new Planned(
                    Recipe.of(set.spec(), picks(set, set.episodes()), set.tasks())
                            .with(tasks, changes.names()),
                    List.of(
                            "Tasks were: " + String.join("; ", set.tasks()),
                            "Tasks will be: " + String.join("; ", tasks)));
        });
    }

    /**
     * The dataset with one more feature.
     *
     * @param feature what it is; for a value of each kind see {@link Values}
     * @param values its values, by the frame's number in the whole dataset; closed by the caller
     * @throws ConfigException where they do not fit the feature or the dataset
     */
    public static Edit addFeature(Path root, FeatureSpec feature, Values values) throws IOException {
        return new Edit(Optional.of(root), () -> {
            SourceSet set = SourceSet.open(root);
            AddedColumn column = AddedColumn.of(feature, values, set);
            List<FeatureSpec> features = new ArrayList<>();
            for (FeatureSpec known : set.spec().features().values()) {
                if (known.name().equals("timestamp")) {
                    features.add(feature);
                }
                features.add(known);
            }
            if (!features.contains(feature)) {
                features.add(feature);
            }
            return new Planned(
                    all(set, set.spec().toBuilder().features(features).build()).with(column),
                    List.of("Adds \"" + feature.name() + "\", " + feature.dtype() + " " + feature.shape()));
        });
    }

    /** Which cameras {@link #encode} means. */
    public enum Encode {
        /** Those whose pictures are in the rows: they become videos. */
        IMAGES,
        /** Those that are videos already: they are encoded anew. */
        VIDEOS,
        /** All. */
        ALL
    }

    /**
     * The dataset with its cameras' pictures encoded as videos, or its videos encoded anew. Depth maps stay as they are.
     *
     * @param names cameras; none: all that {@code which} means
     * @param encoding resolved ({@link dev.tendon.video.Video#resolve})
     * @throws ConfigException where there is no such camera
     */
    public static Edit encode(Path root, Collection<String> names, Encode which, VideoEncoding encoding)
            throws IOException {
        return new Edit(Optional.of(root), () -> {
            SourceSet set = SourceSet.open(root);
            List<FeatureSpec> cameras = Encoding.cameras(set.spec(), names, which);
            Map<String, VideoEncoding> encodings = new LinkedHashMap<>();
            cameras.forEach(camera -> encodings.put(camera.name(), encoding));
            return new Planned(
                    all(set, Encoding.spec(set.spec(), cameras, encoding)).with(encodings),
                    List.of("Encodes " + String.join(", ", encodings.keySet()) + " with " + encoding.vcodec() + ": "
                            + set.frames() + " frames of each"));
        });
    }
}
