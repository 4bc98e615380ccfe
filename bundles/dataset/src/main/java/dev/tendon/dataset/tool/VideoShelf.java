/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FilePosition;
import dev.tendon.dataset.write.VideoPosition;
import dev.tendon.video.Span;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoMismatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out one camera's videos of a v3.0 dataset: what lies together in an old file stays together, whole files are taken as they are,
 * parts are cut out, and small ones are joined until a file has the size that the dataset allows (LeRobot's rule: a new file begins
 * where the next part would reach the limit). Nothing is encoded anew, except parts that do not begin with a key frame. Thread: its
 * creator's.
 */
final class VideoShelf {
    private static final long MB = 1 << 20;

    private final VideoTools tools;
    private final DatasetSpec spec;
    private final String feature;
    private final Path folder;
    private final List<VideoPosition> positions = new ArrayList<>();
    private final Map<Path, VideoInfo> infos = new HashMap<>();
    private final List<Piece> group = new ArrayList<>();
    private FilePosition next = FilePosition.FIRST;
    private long groupBytes;

    VideoShelf(VideoTools tools, DatasetSpec spec, String feature, Path folder) {
        this.tools = tools;
        this.spec = spec;
        this.feature = feature;
        this.folder = folder;
    }

    /** A run of episodes that lie one behind the other in an old file. */
    private record Run(Path file, double fromS, double toS, List<Clip> clips) {}

    /**
     * A file of this run only.
     *
     * @param file where it is
     * @param temporary whether it was cut out, and is removed when it is in place
     * @param alone whether it was encoded anew, and is not joined with others
     * @param originS time in the old file that is the beginning of this one
     */
    private record Piece(Path file, boolean temporary, boolean alone, double originS, List<Clip> clips) {}

    /** Places the episodes' videos, in order; returns where each is. */
    List<VideoPosition> place(List<Clip> clips, Steps steps) throws IOException, InterruptedException {
        List<Clip> run = new ArrayList<>();
        for (Clip clip : clips) {
            if (!run.isEmpty() && !follows(run.get(run.size() - 1), clip)) {
                add(run);
                run = new ArrayList<>();
            }
            run.add(clip);
            steps.next();
        }
        if (!run.isEmpty()) {
            add(run);
        }
        flush();
        return positions;
    }

    private boolean follows(Clip before, Clip clip) {
        return before.file().equals(clip.file()) && Math.abs(before.toS() - clip.fromS()) < 0.5 / spec.fps();
    }

    private void add(List<Clip> clips) throws IOException {
        Clip first = clips.get(0);
        Run run =
                new Run(first.file(), first.fromS(), clips.get(clips.size() - 1).toS(), List.copyOf(clips));
        Piece piece = piece(run);
        long bytes = Files.size(piece.file());
        if (!group.isEmpty()
                && (groupBytes + bytes >= spec.settings().videoFilesSizeMb() * MB
                        || piece.alone()
                        || group.get(0).alone())) {
            flush();
        }
        group.add(piece);
        groupBytes += bytes;
    }

    private Piece piece(Run run) throws IOException {
        VideoInfo info = info(run.file());
        double half = 0.5 / spec.fps();
        if (run.fromS() <= info.startS() + half && Math.abs(run.toS() - info.durationS()) <= half) {
            return new Piece(run.file(), false, false, info.startS(), run.clips());
        }
        Path cut = tools.temporary();
        boolean copied = tools.cut(run.clips().get(0), new Span(run.fromS(), run.toS()), cut);
        return new Piece(cut, true, !copied, run.fromS(), run.clips());
    }

    private VideoInfo info(Path file) throws IOException {
        VideoInfo known = infos.get(file);
        if (known == null) {
            known = tools.video().probe(file);
            infos.put(file, known);
        }
        return known;
    }

    /** Ends a file. */
    private void flush() throws IOException {
        if (!group.isEmpty() && (group.size() == 1 || !joined())) {
            for (Piece piece : group) {
                alone(piece);
            }
        }
        group.clear();
        groupBytes = 0;
    }

    private void alone(Piece piece) throws IOException {
        Path to = file();
        if (piece.temporary()) {
            Files.move(piece.file(), to);
        } else {
            tools.copier().place(piece.file(), to);
        }
        tell(piece, piece.temporary() ? 0 : piece.originS());
        next = next.next(spec.settings().chunksSize());
    }

    /** Joins the parts in one file; false, and nothing done, where they are of different forms and can share none. */
    private boolean joined() throws IOException {
        List<Span> spans;
        try {
            spans = tools.video().concat(group.stream().map(Piece::file).toList(), file());
        } catch (VideoMismatchException e) {
            return false;
        }
        for (int i = 0; i < spans.size(); i++) {
            Piece piece = group.get(i);
            tell(piece, spans.get(i).fromS());
            if (piece.temporary()) {
                Files.delete(piece.file());
            }
        }
        next = next.next(spec.settings().chunksSize());
        return true;
    }

    private Path file() throws IOException {
        Path file = folder.resolve(spec.videoPath(feature, next));
        Files.createDirectories(file.getParent());
        return file;
    }

    private void tell(Piece piece, double beginsS) {
        for (Clip clip : piece.clips()) {
            double from = beginsS + clip.fromS() - piece.originS();
            positions.add(new VideoPosition(next, from, from + clip.toS() - clip.fromS()));
        }
    }
}
