/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.tool;

import dev.tendon.dataset.FormatException;
import dev.tendon.dataset.tool.Recipe.Pick;
import dev.tendon.dataset.tool.SourceRows.Rows;
import dev.tendon.dataset.write.ColumnValues;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.ImageStatistics;
import dev.tendon.video.Video;
import dev.tendon.video.VideoReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statistics of an episode's pictures, from the sample of frames that LeRobot takes. Thread: its creator's. */
final class PictureStats implements Closeable {
    private final Video video;
    private final FormatVersion version;
    private @Nullable VideoReader reader;
    private @Nullable Path file;

    PictureStats(Video video, FormatVersion version) {
        this.video = video;
        this.version = version;
    }

    /** Those of {@code feature}; empty where it is no picture, or a depth map, of which there are none here. */
    Optional<FeatureStatistics> of(Pick pick, FeatureSpec feature, Rows rows) throws IOException, InterruptedException {
        if (feature.depth() || rows.length() == 0) {
            return Optional.empty();
        }
        if (feature.video()) {
            return Optional.of(ofVideo(Clip.of(pick.set(), pick.episode(), feature.name()), pick, rows.length()));
        }
        return feature.image() ? Optional.of(ofPictures(feature, rows, pick)) : Optional.empty();
    }

    private FeatureStatistics ofVideo(Clip clip, Pick pick, int length) throws IOException, InterruptedException {
        VideoReader from = reader(clip.file());
        ByteBuffer rgb = ByteBuffer.allocateDirect(from.info().rgbBytes());
        ImageStatistics statistics = new ImageStatistics();
        double fps = pick.set().spec().fps();
        for (int frame : ImageStatistics.sampleIndices(length)) {
            Interrupts.check();
            from.frame(clip.fromS() + frame / fps, 0.5 / fps, rgb);
            statistics.add(rgb, from.info().width(), from.info().height());
        }
        return statistics.result(version);
    }

    private FeatureStatistics ofPictures(FeatureSpec feature, Rows rows, Pick pick)
            throws IOException, InterruptedException {
        ColumnValues pictures = rows.column(feature);
        ImageStatistics statistics = new ImageStatistics();
        for (int frame : ImageStatistics.sampleIndices(rows.length())) {
            Interrupts.check();
            byte[] bytes = pictures.picture(frame);
            if (bytes == null) {
                throw new FormatException(
                        pick.episode().data(),
                        "frame " + frame + " of episode " + pick.episode().index() + " has no picture \""
                                + feature.name() + "\"",
                        "Run tendon dataset validate");
            }
            Picture picture = Picture.decode(bytes);
            statistics.add(picture.rgb(), picture.width(), picture.height());
        }
        return statistics.result(version);
    }

    private VideoReader reader(Path wanted) throws IOException {
        VideoReader now = reader;
        if (now == null || !wanted.equals(file)) {
            close();
            now = video.open(wanted, 1);
            reader = now;
            file = wanted;
        }
        return now;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
