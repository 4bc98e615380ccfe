/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tendon.dataset.DatasetFeature;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.internal.EpisodeRow.VideoSpan;
import dev.tendon.dataset.internal.MetaScan;
import dev.tendon.video.Video;
import dev.tendon.video.VideoInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at every video file: what it is, how many frames it has, and whether its episodes' stretches fit into it. */
final class VideoCheck {
    private static final String ADVICE = "Copy or download it again, or delete the episodes that need it";
    private static final String SPAN_ADVICE = "Copy or download the meta folder again, or delete the episode";

    private final MetaScan meta;
    private final Findings findings;
    private final Video video;
    private final boolean quick;
    private final PictureSamples samples;
    private final double halfFrameS;

    /** @param samples gathers the pictures' statistics where they are decoded */
    VideoCheck(MetaScan meta, Findings findings, Video video, boolean quick, PictureSamples samples) {
        this.meta = meta;
        this.findings = findings;
        this.video = video;
        this.quick = quick;
        this.samples = samples;
        halfFrameS = 0.5 / meta.info().fps();
    }

    /** An episode's stretch of a file. */
    record Stretch(EpisodeRow episode, VideoSpan span) {}

    void check(EpisodeList episodes, Progress progress) throws IOException, InterruptedException {
        List<DatasetFeature> cameras = meta.info().features().values().stream()
                .filter(DatasetFeature::video)
                .toList();
        Steps steps = new Steps(
                progress, quick ? "Looking at videos" : "Decoding videos", episodes.frames() * cameras.size());
        for (DatasetFeature camera : cameras) {
            for (Map.Entry<Path, List<Stretch>> file :
                    stretches(camera, episodes.rows()).entrySet()) {
                if (Files.isRegularFile(file.getKey())) {
                    checkFile(camera, file.getKey(), file.getValue(), steps);
                }
            }
        }
    }

    private static Map<Path, List<Stretch>> stretches(DatasetFeature camera, List<EpisodeRow> rows) {
        Map<Path, List<Stretch>> files = new LinkedHashMap<>();
        for (EpisodeRow row : rows) {
            VideoSpan span = row.videos().get(camera.name());
            if (span != null) {
                files.computeIfAbsent(span.file(), file -> new ArrayList<>()).add(new Stretch(row, span));
            }
        }
        files.values()
                .forEach(list ->
                        list.sort(Comparator.comparingDouble(one -> one.span().fromS())));
        return files;
    }

    private void checkFile(DatasetFeature camera, Path file, List<Stretch> stretches, Steps steps)
            throws IOException, InterruptedException {
        Path name = findings.relative(file);
        long wanted =
                stretches.stream().mapToLong(one -> one.episode().length()).sum();
        VideoInfo info;
        try {
            info = video.probe(file);
        } catch (IOException e) {
            findings.unreadable(file, e);
            steps.next(wanted);
            return;
        }
        boolean decodable = checkForm(camera, name, info);
        if (info.frames() < wanted) {
            findings.add(Finding.error(
                    FindingKind.VIDEO_FRAMES,
                    name,
                    "it holds " + info.frames() + " frames, but its episodes have " + wanted,
                    ADVICE));
        } else if (info.frames() > wanted) {
            findings.add(Finding.warning(
                    FindingKind.VIDEO_FRAMES,
                    name,
                    "it holds " + info.frames() + " frames, and its episodes only " + wanted,
                    "Nothing is lost; any tool that rewrites the dataset leaves the others out"));
        }
        boolean sound = checkSpans(name, info, stretches);
        if (quick || !sound || !decodable) {
            steps.next(wanted);
        } else {
            new FrameCheck(findings, video, meta.info().fps(), camera.name(), samples).check(file, stretches, steps);
        }
    }

    /** Whether its frames are of the right size, and can be decoded in the memory that there is. */
    private boolean checkForm(DatasetFeature camera, Path file, VideoInfo info) {
        PictureSize size = PictureSize.of(camera);
        if (info.width() != size.width() || info.height() != size.height()) {
            findings.add(Finding.error(
                    FindingKind.VIDEO_FORMAT,
                    file,
                    "it is " + info.width() + "x" + info.height() + " pixels, but \"" + camera.name()
                            + "\" is declared as " + size.width() + "x" + size.height(),
                    ADVICE));
        }
        JsonNode declared = meta.entry("features").path(camera.name()).path("info");
        differs(file, "codec", declared.path("video.codec"), info.codec());
        differs(file, "pixel format", declared.path("video.pix_fmt"), info.pixFmt());
        if (Math.abs(info.fps() - meta.info().fps()) > 0.01 * meta.info().fps()) {
            findings.add(Finding.warning(
                    FindingKind.VIDEO_FORMAT,
                    file,
                    "it has " + info.fps() + " frames a second, and the dataset "
                            + meta.info().fps(),
                    "Frames are found by their time stamps; look whether they fit"));
        }
        long pixels = (long) info.width() * info.height();
        if (pixels > Picture.MOST_PIXELS && !quick) {
            findings.add(Finding.warning(
                    FindingKind.VIDEO_FRAMES,
                    file,
                    "its frames of " + info.width() + "x" + info.height() + " pixels are too big to be decoded here",
                    "Look at it with another program"));
        }
        return info.width() == size.width() && info.height() == size.height() && pixels <= Picture.MOST_PIXELS;
    }

    private void differs(Path file, String what, JsonNode declared, String actual) {
        if (declared.isTextual() && !declared.textValue().equals(actual)) {
            findings.add(Finding.warning(
                    FindingKind.VIDEO_FORMAT,
                    file,
                    "its " + what + " is " + actual + ", but meta/info.json says " + declared.textValue(),
                    "Every reader looks into the file itself, so nothing is wrong with the pictures"));
        }
    }

    /** Whether all stretches are within the file and behind each other. */
    private boolean checkSpans(Path file, VideoInfo info, List<Stretch> stretches) {
        boolean sound = true;
        double before = Double.NEGATIVE_INFINITY;
        for (Stretch one : stretches) {
            VideoSpan span = one.span();
            double lengthS = one.episode().length() / meta.info().fps();
            String problem = "";
            if (!(span.fromS() >= 0 && span.toS() >= span.fromS() && Double.isFinite(span.toS()))) {
                problem = "its video is said to be from " + span.fromS() + " s to " + span.toS() + " s";
            } else if (span.toS() > info.durationS() + halfFrameS) {
                problem = "its video is said to end at " + span.toS() + " s, but the file ends at " + info.durationS()
                        + " s";
            } else if (Math.abs(span.toS() - span.fromS() - lengthS) > halfFrameS) {
                problem = "its video is said to last " + (span.toS() - span.fromS()) + " s, but its "
                        + one.episode().length() + " frames last " + lengthS + " s";
            } else if (span.fromS() < before - halfFrameS) {
                problem = "its video begins at " + span.fromS() + " s, where another episode's goes on until " + before
                        + " s";
            }
            if (!problem.isEmpty()) {
                sound = false;
                findings.add(Finding.error(FindingKind.VIDEO_SPAN, file, problem, SPAN_ADVICE)
                        .ofEpisode(one.episode().index()));
            }
            before = Math.max(before, span.toS());
        }
        return sound;
    }
}
