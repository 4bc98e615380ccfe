/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.store;

import dev.tendon.dataset.write.DataFileReader;
import dev.tendon.dataset.write.DataFileWriter;
import dev.tendon.dataset.write.DatasetMeta;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.EpisodeRecord;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FilePosition;
import dev.tendon.dataset.write.VideoPosition;
import dev.tendon.video.Span;
import dev.tendon.video.Video;
import dev.tendon.video.VideoMismatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a dataset anew with its small files joined to larger ones, up to the sizes that {@code info.json} names. Rows and pictures are
 * copied as they are; a file that is not joined to another becomes a second name of the old one. Used once. Thread: its creator's.
 */
final class Packing {
    private static final long MB = 1L << 20;

    private final FileLayer layer;
    private final Video video;
    private final DatasetMeta meta;
    private final DatasetSpec spec;
    private final Path to;
    private final List<FileGroup> data;
    private final Map<String, List<FileGroup>> videos = new LinkedHashMap<>();

    Packing(FileLayer layer, Video video, DatasetMeta meta, Path to) throws IOException {
        this.layer = layer;
        this.video = video;
        this.meta = meta;
        this.to = to;
        spec = meta.spec();
        Set<FilePosition> dataFiles = new LinkedHashSet<>();
        meta.episodes().forEach(episode -> dataFiles.add(episode.data()));
        data = FileGroup.of(
                dataFiles,
                position -> Files.size(meta.root().resolve(spec.dataPath(position))),
                spec.settings().dataFilesSizeMb() * MB);
        for (FeatureSpec feature : spec.videos()) {
            Set<FilePosition> files = new LinkedHashSet<>();
            for (EpisodeRecord episode : meta.episodes()) {
                VideoPosition position = episode.videos().get(feature.name());
                if (position != null) {
                    files.add(position.file());
                }
            }
            videos.put(
                    feature.name(),
                    FileGroup.of(
                            files,
                            position -> Files.size(meta.root().resolve(spec.videoPath(feature.name(), position))),
                            spec.settings().videoFilesSizeMb() * MB));
        }
    }

    /** Whether there is anything to join. */
    boolean worthwhile() {
        long episodesFiles =
                meta.episodes().stream().map(EpisodeRecord::meta).distinct().count();
        return episodesFiles > 1
                || data.stream().anyMatch(FileGroup::joined)
                || videos.values().stream().flatMap(List::stream).anyMatch(FileGroup::joined);
    }

    /** Writes it. What is neither rows, pictures nor episodes is taken over as it is. */
    void run() throws IOException {
        takeOver(meta.root(), to);
        Map<FilePosition, FilePosition> newData = data();
        Map<String, Map<FilePosition, VideoPosition>> newVideos = new LinkedHashMap<>();
        for (Map.Entry<String, List<FileGroup>> feature : videos.entrySet()) {
            newVideos.put(feature.getKey(), video(feature.getKey(), feature.getValue()));
        }
        List<EpisodeRecord> episodes = new ArrayList<>();
        for (EpisodeRecord episode : meta.episodes()) {
            Map<String, VideoPosition> moved = new LinkedHashMap<>();
            episode.videos().forEach((key, old) -> {
                VideoPosition file = newVideos.get(key).get(old.file());
                moved.put(key, new VideoPosition(file.file(), file.fromS() + old.fromS(), file.fromS() + old.toS()));
            });
            episodes.add(episode.moved(episode.index(), episode.fromRow(), newData.get(episode.data()))
                    .withVideos(moved));
        }
        EpisodesFiles.write(layer, to, spec, meta.layout(), episodes);
    }

    private void takeOver(Path from, Path into) throws IOException {
        Path root = meta.root();
        Set<Path> written = Set.of(
                root.resolve("data"),
                root.resolve("videos"),
                root.resolve("meta").resolve("episodes"),
                root.resolve(Places.TENDON));
        for (Path child : Trees.children(from)) {
            Path place = into.resolve(child.getFileName().toString());
            if (written.contains(child)) {
                continue;
            }
            if (Files.isDirectory(child)) {
                layer.makeFolder(place);
                takeOver(child, place);
            } else {
                Trees.write(layer, place, Files.readAllBytes(child)); // small, and written in place by others
            }
        }
        Path orphans = new Places(root).orphans();
        if (from.equals(root) && Files.isDirectory(orphans)) {
            layer.makeFolder(new Places(to).orphans());
            for (Path orphan : Trees.children(orphans)) {
                if (Files.isRegularFile(orphan)) {
                    layer.linkOrCopy(
                            orphan,
                            new Places(to)
                                    .orphans()
                                    .resolve(orphan.getFileName().toString()));
                }
            }
        }
    }

    private Map<FilePosition, FilePosition> data() throws IOException {
        Map<FilePosition, FilePosition> moved = new LinkedHashMap<>();
        FilePosition position = FilePosition.FIRST;
        for (FileGroup group : data) {
            Path file = to.resolve(spec.dataPath(position));
            layer.makeFolder(file.getParent());
            if (group.joined()) {
                join(group, file);
            } else {
                layer.linkOrCopy(meta.root().resolve(spec.dataPath(group.files().get(0))), file);
            }
            for (FilePosition old : group.files()) {
                moved.put(old, position);
            }
            position = position.next(spec.settings().chunksSize());
        }
        return moved;
    }

    /** One part is open at a time, beside the first, which says how all are laid out: there may be a thousand. */
    private void join(FileGroup group, Path file) throws IOException {
        try (FileLayer.Sink sink = layer.create(file);
                DataFileReader first = DataFileReader.open(part(group.files().get(0)))) {
            SinkStream out = new SinkStream(sink);
            try (DataFileWriter writer = new DataFileWriter(out, spec, first)) {
                writer.append(first);
                for (FilePosition other : group.files().subList(1, group.files().size())) {
                    try (DataFileReader reader = DataFileReader.open(part(other))) {
                        writer.append(reader);
                    }
                }
                writer.finish();
            }
            out.flush();
        }
    }

    private Path part(FilePosition position) throws IOException {
        return meta.root().resolve(spec.dataPath(position));
    }

    /** Where each old file begins in which new one. */
    private Map<FilePosition, VideoPosition> video(String key, List<FileGroup> groups) throws IOException {
        Map<FilePosition, VideoPosition> moved = new LinkedHashMap<>();
        FilePosition position = FilePosition.FIRST;
        for (FileGroup group : groups) {
            Path file = to.resolve(spec.videoPath(key, position));
            layer.makeFolder(file.getParent());
            List<Path> parts = new ArrayList<>();
            for (FilePosition part : group.files()) {
                parts.add(meta.root().resolve(spec.videoPath(key, part)));
            }
            List<Span> spans = group.joined() ? concatenated(parts, file) : List.of();
            for (int i = 0; i < parts.size(); i++) {
                if (spans.isEmpty()) {
                    file = to.resolve(spec.videoPath(key, position));
                    layer.makeFolder(file.getParent());
                    layer.linkOrCopy(parts.get(i), file);
                }
                double from = spans.isEmpty() ? 0 : spans.get(i).fromS();
                moved.put(group.files().get(i), new VideoPosition(position, from, from));
                if (spans.isEmpty() || i == parts.size() - 1) {
                    position = position.next(spec.settings().chunksSize());
                }
            }
        }
        return moved;
    }

    /** Where the parts lie; empty where they are of different kinds and stay apart. */
    private List<Span> concatenated(List<Path> parts, Path file) throws IOException {
        try {
            return video.concat(parts, file);
        } catch (VideoMismatchException e) {
            layer.delete(file);
            return List.of();
        }
    }
}
