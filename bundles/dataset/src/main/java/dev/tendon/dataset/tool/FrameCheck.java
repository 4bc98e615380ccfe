/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.tool.VideoCheck.Stretch;
import dev.tendon.video.Video;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a video from its first frame to its last, and looks for a picture at the time of each row, as near as LeRobot wants it
 * (0.6, datasets/video_utils.py, {@code tolerance_s}). Thread: its creator's.
 */
final class FrameCheck {
    private static final String ADVICE = "Copy or download it again, or delete the episode";

    private final Findings findings;
    private final Video video;
    private final double fps;
    private final String camera;
    private final @Nullable PictureSamples samples;
    private Path file = Path.of("");
    private List<Stretch> stretches = List.of();
    private int stretch;
    private long frame;
    private long missing;
    private long firstMissing;

    /** @param samples gathers the camera's statistics; null for a depth map, of which there are none here */
    FrameCheck(Findings findings, Video video, double fps, String camera, @Nullable PictureSamples samples) {
        this.findings = findings;
        this.video = video;
        this.fps = fps;
        this.camera = camera;
        this.samples = samples;
    }

    /** Looks for the pictures of {@code inOrder}, which lie one behind the other. */
    void check(Path ofFile, List<Stretch> inOrder, Steps steps) throws IOException, InterruptedException {
        file = findings.relative(ofFile);
        stretches = inOrder;
        long decoded = 0;
        try (VideoReader reader = video.open(ofFile, 2)) {
            ByteBuffer rgb = ByteBuffer.allocateDirect(reader.info().rgbBytes());
            for (double at = reader.next(rgb); !Double.isNaN(at); at = reader.next(rgb)) {
                decoded++;
                take(at, rgb, reader.info());
                steps.next();
            }
        } catch (IOException e) {
            Interrupts.check();
            findings.add(Finding.error(
                    FindingKind.VIDEO_FRAMES,
                    file,
                    "it cannot be decoded beyond frame " + decoded + " (" + e.getMessage() + ")",
                    ADVICE));
        }
        while (stretch < stretches.size()) {
            missing();
        }
    }

    private double wanted() {
        return stretches.get(stretch).span().fromS() + frame / fps;
    }

    private void take(double at, ByteBuffer rgb, VideoInfo info) {
        while (stretch < stretches.size() && wanted() < at - RowCheck.TOLERANCE_S) {
            missing();
        }
        if (stretch < stretches.size() && wanted() <= at + RowCheck.TOLERANCE_S) {
            if (samples != null) {
                samples.add(frame, (int) stretches.get(stretch).episode().length(), rgb, info.width(), info.height());
            }
            forward();
        }
    }

    private void missing() {
        firstMissing = missing == 0 ? frame : firstMissing;
        missing++;
        forward();
    }

    private void forward() {
        frame++;
        if (frame >= stretches.get(stretch).episode().length()) {
            if (missing > 0) {
                findings.add(Finding.error(
                                FindingKind.VIDEO_FRAMES,
                                file,
                                "there is no picture within " + RowCheck.TOLERANCE_S + " s of "
                                        + (stretches.get(stretch).span().fromS() + firstMissing / fps)
                                        + " s; LeRobot refuses that frame",
                                ADVICE)
                        .ofEpisode(stretches.get(stretch).episode().index())
                        .atFrames(firstMissing, missing));
            }
            if (samples != null) {
                samples.end(camera, stretches.get(stretch).episode().index(), missing == 0);
            }
            stretch++;
            frame = 0;
            missing = 0;
        }
    }
}
