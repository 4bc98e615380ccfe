/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.dataset.Dataset;
import dev.tendon.dataset.EpisodeInfo;
import dev.tendon.dataset.EpisodePictures;
import dev.tendon.dataset.EpisodeVideo;
import dev.tendon.dataset.FormatException;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Pictures by episode and frame, from video files and from data files. Thread: any. */
final class PictureSource implements AutoCloseable {
    private static final long PLACES = 10_000;

    private record Key(String camera, int episode, int frame) {}

    private record RunKey(String camera, int episode, int fromFrame) {}

    private final Dataset dataset;
    private final double toleranceS;
    private final boolean again;
    private final OpenVideos videos;
    private final Cache<Key, ByteBuffer> decoded;
    private final Cache<Integer, EpisodePictures> places;
    private final Cache<RunKey, List<byte[]>> coded;

    /**
     * Creates it.
     *
     * @param again whether the same picture is wanted several times soon, so that decoded ones are kept
     */
    PictureSource(Dataset dataset, Video video, ReadOptions options, boolean again) {
        this.dataset = dataset;
        this.again = again;
        toleranceS = options.toleranceS();
        videos = new OpenVideos(video, options.openVideos());
        decoded = new Cache<>(options.pictureBytes(), ByteBuffer::capacity);
        places = new Cache<>(PLACES, episode -> 1);
        coded = new Cache<>(options.rowBytes(), PictureSource::bytes);
    }

    /** Puts a picture into {@code rgb}. */
    void read(Camera camera, EpisodeInfo episode, int frame, double timestampS, ByteBuffer rgb) throws IOException {
        if (!again) {
            decode(camera, episode, frame, timestampS, rgb);
            return;
        }
        ByteBuffer kept = decoded.get(new Key(camera.key(), episode.index(), frame), () -> {
            ByteBuffer fresh = ByteBuffer.allocateDirect(camera.bytes());
            decode(camera, episode, frame, timestampS, fresh);
            return fresh;
        });
        rgb.put(0, kept, 0, camera.bytes());
    }

    private void decode(Camera camera, EpisodeInfo episode, int frame, double timestampS, ByteBuffer rgb)
            throws IOException {
        if (camera.video()) {
            EpisodeVideo video = video(camera, episode.index());
            videos.read(video.file(), camera, video.fromS() + timestampS, toleranceS, rgb);
            return;
        }
        EpisodePictures place = places.get(episode.index(), () -> dataset.pictures(episode.index()));
        int from = place.runOf(frame);
        List<byte[]> pictures =
                coded.get(new RunKey(camera.key(), episode.index(), from), () -> place.coded(camera.key(), frame));
        CodedPicture.decode(
                pictures.get(frame - from),
                camera,
                rgb,
                place.file() + ": the picture of " + camera.key() + " in frame " + frame + " of episode "
                        + episode.index());
    }

    private EpisodeVideo video(Camera camera, int episode) throws FormatException {
        for (EpisodeVideo video : dataset.videos(episode)) {
            if (video.key().equals(camera.key())) {
                return video;
            }
        }
        throw new FormatException(
                dataset.root().resolve("meta"),
                "does not say where the video of " + camera.key() + " of episode " + episode + " is",
                "Copy or download the meta folder again");
    }

    private static long bytes(List<byte[]> pictures) {
        long bytes = 0;
        for (byte[] picture : pictures) {
            bytes += picture.length;
        }
        return bytes;
    }

    @Override
    public void close() {
        videos.close();
    }
}
