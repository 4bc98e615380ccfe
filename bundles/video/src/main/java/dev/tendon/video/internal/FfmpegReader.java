/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video.internal;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import dev.tendon.video.FrameNotFoundException;
import dev.tendon.video.VideoInfo;
import dev.tendon.video.VideoReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds frames by time. Two decoded frames are kept, the newest and the one before it, since the nearest to a time may be either. Thread:
 * one at a time.
 */
final class FfmpegReader implements VideoReader {
    /** Where a file has no index, going forward up to here costs less than a seek. */
    private static final double NEAR_S = 1;

    private static final int SEEKS = 6;

    private final Input input;
    private final Frames frames;
    private final VideoInfo info;
    private final Pixels pixels = new Pixels();

    private FfmpegReader(Input input, Frames frames, VideoInfo info) {
        this.input = input;
        this.frames = frames;
        this.info = info;
    }

    static VideoReader open(Path file, int decoderThreads) throws IOException {
        Input input = Input.open(file);
        try {
            VideoInfo info = input.info();
            return new FfmpegReader(input, new Frames(input, decoderThreads), info);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    @Override
    public VideoInfo info() {
        return info;
    }

    @Override
    public double next(ByteBuffer rgb) throws IOException {
        Frames.Picture picture = frames.following();
        if (picture == null) {
            return Double.NaN;
        }
        return give(picture, rgb);
    }

    @Override
    public double frame(double timestampS, double toleranceS, ByteBuffer rgb) throws IOException {
        if (!(timestampS >= 0)) {
            throw new FrameNotFoundException(input.file() + ": has no frame at " + timestampS + " s");
        }
        Frames.Picture nearest = nearest(timestampS, toleranceS);
        if (nearest == null || !near(nearest.timeS(), timestampS, toleranceS)) {
            throw new FrameNotFoundException(
                    input.file() + ": has no frame within " + toleranceS + " s of " + timestampS + " s; "
                            + (nearest == null ? "it has none at all" : "the nearest is at " + nearest.timeS() + " s")
                            + ". Its " + info.frames() + " frames end at " + info.durationS() + " s");
        }
        return give(nearest, rgb);
    }

    /** LeRobot compares as float32, in which 30 minutes are known to 0.1 ms; a time that is equal there is equal. */
    private static boolean near(double one, double other, double toleranceS) {
        return Math.abs(one - other) <= toleranceS || Math.abs((float) one - (float) other) <= toleranceS;
    }

    private double give(Frames.Picture picture, ByteBuffer rgb) throws IOException {
        if (picture.width() != info.width() || picture.height() != info.height()) {
            throw new IOException(input.file() + ": is damaged: its frame at " + picture.timeS() + " s has "
                    + picture.width() + "x" + picture.height() + " pixels, not " + info.width() + "x" + info.height());
        }
        pixels.toRgb(picture.frame(), rgb);
        frames.read(picture);
        return picture.timeS();
    }

    private Frames.@Nullable Picture nearest(double timeS, double toleranceS) throws IOException {
        Frames.Picture known = frames.known(timeS);
        if (known != null) {
            return known;
        }
        if (!within(timeS)) {
            frames.seek(input.ticks(timeS + frames.frameS() / 2) - 1);
        }
        Frames.Picture found = frames.forwardTo(timeS);
        // Where frames are reordered, or last unequally long, the seek may have gone too far: back, each time twice as
        // far.
        double back = frames.frameS();
        for (int i = 0; i < SEEKS; i++) {
            if (found != null && (found.timeS() <= timeS || near(found.timeS(), timeS, toleranceS))) {
                break;
            }
            long to = Math.max(0, input.ticks(timeS - back) - 1);
            frames.seek(to);
            found = frames.forwardTo(timeS);
            if (to == 0) {
                break;
            }
            back *= 2;
        }
        return found;
    }

    /** Whether going on leads there with no more decoding than a seek would. */
    private boolean within(double timeS) {
        double positionS = frames.positionS();
        if (Double.isNaN(positionS) || timeS < positionS) {
            return false;
        }
        AVStream video = input.video();
        int at = av_index_search_timestamp(video, input.ticks(timeS + frames.frameS() / 2) - 1, AVSEEK_FLAG_BACKWARD);
        AVIndexEntry key = at < 0 ? null : avformat_index_get_entry(video, at);
        if (key == null) {
            return timeS - positionS <= NEAR_S;
        }
        return input.seconds(key.timestamp()) <= positionS + frames.frameS() * 3 / 2;
    }

    @Override
    public void close() {
        frames.close();
        pixels.close();
        input.close();
    }
}
