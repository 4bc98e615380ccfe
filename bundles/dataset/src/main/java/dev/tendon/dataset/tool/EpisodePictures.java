/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.internal.EpisodeRow;
import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import dev.tendon.video.VideoForm;
import dev.tendon.video.VideoReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalInt;

/** One camera's pictures of an episode, decoded one after the other, wherever they are. Thread: its creator's. */
abstract class EpisodePictures implements Closeable {
    private final int width;
    private final int height;

    private EpisodePictures(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static EpisodePictures open(Video video, SourceSet set, EpisodeRow episode, Rows rows, FeatureSpec camera)
            throws IOException {
        if (camera.depth()) {
            throw new FormatException(set.root() + ": \"" + camera.name()
                    + "\" is a depth map, whose pictures are not decoded here. Leave it out, by naming the others");
        }
        if (camera.video()) {
            Clip clip = Clip.of(set, episode, camera.name());
            return new FromVideo(video.open(clip.file(), 2), clip, set.spec().fps());
        }
        ColumnValues pictures = rows.column(camera);
        return new FromRows(pictures, episode, Picture.decode(bytes(pictures, 0, episode)));
    }

    static byte[] bytes(ColumnValues pictures, int frame, EpisodeRow episode) throws IOException {
        byte[] bytes = pictures.picture(frame);
        if (bytes == null) {
            throw new FormatException(
                    episode.data(),
                    "frame " + frame + " of episode " + episode.index() + " has no picture",
                    "Run tendon dataset validate");
        }
        return bytes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** A direct buffer for one picture. */
    ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(Math.multiplyExact(width * 3, height));
    }

    /** Decodes frame {@code frame}, in order, into {@code rgb}, whose position stays. */
    abstract void frame(int frame, ByteBuffer rgb) throws IOException;

    /** Encodes the first {@code frames} into a file. */
    void encode(Video video, Path to, VideoEncoding resolved, double fps, long frames)
            throws IOException, InterruptedException {
        PictureFormat format = new PictureFormat(width, height, (int) Math.rint(fps));
        ByteBuffer rgb = buffer();
        try (VideoEncoder encoder = video.encode(to, format, resolved, VideoForm.PLAIN, OptionalInt.empty())) {
            for (int frame = 0; frame < frames; frame++) {
                Interrupts.check();
                frame(frame, rgb);
                encoder.write(rgb);
            }
            encoder.finish();
        }
    }

    private static final class FromVideo extends EpisodePictures {
        private final VideoReader reader;
        private final Clip clip;
        private final double fps;

        FromVideo(VideoReader reader, Clip clip, double fps) {
            super(reader.info().width(), reader.info().height());
            this.reader = reader;
            this.clip = clip;
            this.fps = fps;
        }

        @Override
        void frame(int frame, ByteBuffer rgb) throws IOException {
            reader.frame(clip.fromS() + frame / fps, 0.5 / fps, rgb);
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private static final class FromRows extends EpisodePictures {
        private final ColumnValues pictures;
        private final EpisodeRow episode;
        private final Picture first;

        FromRows(ColumnValues pictures, EpisodeRow episode, Picture first) {
            super(first.width(), first.height());
            this.pictures = pictures;
            this.episode = episode;
            this.first = first;
        }

        @Override
        void frame(int frame, ByteBuffer rgb) throws IOException {
            Picture picture = frame == 0 ? first : Picture.decode(bytes(pictures, frame, episode));
            if (picture.width() != width() || picture.height() != height()) {
                throw new FormatException(
                        episode.data(),
                        "frame " + frame + " of episode " + episode.index() + " is " + picture.width() + "x"
                                + picture.height() + " pixels, and the first one " + width() + "x" + height(),
                        "Run tendon dataset validate");
            }
            rgb.duplicate().put(picture.rgb().duplicate());
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
