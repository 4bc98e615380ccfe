/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.internal;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.time.Clock;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.EpisodeJournal;
import dev.tendon.dataset.write.FeatureStatistics;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.dataset.write.ImageStatistics;
import dev.tendon.recorder.RecordingRequest;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Episodes into a {@link DatasetStore}: opens their lanes, and saves them with the statistics that these gathered. */
final class StoreEpisodes implements Episodes {
    /** Rows wait so long where the disk takes none. */
    private static final int ROWS_S = 10;

    private static final int CHANNELS = 3;

    private final DatasetStore store;
    private final Video video;
    private final RecordingRequest request;
    private final List<Feature> pictures;
    private final RowMap map;
    private final DiskWatch disk;
    private final Clock clock;
    private final List<FramePool> pools = new ArrayList<>();
    private final Map<String, VideoEncoding> encodings = new LinkedHashMap<>();
    private final int[] slots;

    StoreEpisodes(
            DatasetStore store,
            Video video,
            RecordingRequest request,
            DatasetShape shape,
            RowMap map,
            DiskWatch disk,
            Clock clock) {
        this.store = store;
        this.video = video;
        this.request = request;
        this.map = map;
        this.disk = disk;
        this.clock = clock;
        pictures = shape.pictures();
        slots = new int[pictures.size()];
        for (int i = 0; i < slots.length; i++) {
            Feature picture = pictures.get(i);
            slots[i] = i;
            // Two episodes share a camera's memory: the one that is being encoded still, and the one that runs.
            pools.add(new FramePool(
                    height(picture) * width(picture) * CHANNELS,
                    request.pictures().queue()));
            if (request.pictures().video()) {
                encodings.put(DatasetShape.key(picture), request.pictures().encoding());
            }
        }
    }

    /** Where an observation has the pictures of a frame. */
    int[] slots() {
        return slots.clone();
    }

    @Override
    public Take begin(int number) {
        AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
        List<CameraLane> cameras = new ArrayList<>();
        int queue = request.pictures().queue();
        boolean videos = request.pictures().video();
        int rows = videos ? (int) Math.ceil(ROWS_S * request.plan().fps()) : queue;
        JournalLane journal = new JournalLane(
                () -> store.begin(request.plan().task(), encodings),
                map,
                cameras,
                rows,
                disk,
                clock,
                e -> failure.compareAndSet(null, e),
                "tendon-journal-" + number);
        Map<String, ImageStatistics> statistics = new LinkedHashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            Feature picture = pictures.get(i);
            String key = DatasetShape.key(picture);
            ImageStatistics sums = new ImageStatistics();
            statistics.put(key, sums);
            PictureSums of = new PictureSums(sums, width(picture), height(picture));
            CameraLane.Opening opening =
                    () -> videos ? video(journal.journal(), picture, of) : png(journal, picture, of);
            cameras.add(new CameraLane(
                    key,
                    pools.get(i),
                    queue,
                    opening,
                    e -> failure.compareAndSet(null, e),
                    "tendon-encoder-" + picture.name() + "-" + number));
        }
        EpisodeFigures figures = new EpisodeFigures(1e9 / request.plan().fps());
        return new Take(number, journal, cameras, slots, statistics, figures, failure);
    }

    private PictureSink video(EpisodeJournal journal, Feature picture, PictureSums statistics) throws IOException {
        PictureFormat format = new PictureFormat(
                width(picture), height(picture), (int) request.plan().fps());
        RecordingRequest.Pictures how = request.pictures();
        String key = DatasetShape.key(picture);
        return new VideoSink(
                video.encodeTwice(journal.video(key), journal.film(key), format, how.encoding(), how.threads()),
                statistics);
    }

    private static PictureSink png(JournalLane journal, Feature picture, PictureSums statistics) {
        return new PngSink(DatasetShape.key(picture), new Png(width(picture), height(picture)), journal, statistics);
    }

    private static int height(Feature picture) {
        return picture.shape().get(0);
    }

    private static int width(Feature picture) {
        return picture.shape().get(1);
    }

    @Override
    public int save(Take take, EpisodeJournal journal) throws IOException {
        Map<String, FeatureStatistics> sums = new LinkedHashMap<>();
        if (take.failed() == null) { // else the pictures that are left are other ones
            take.statistics().forEach((key, one) -> sums.put(key, one.result(FormatVersion.V3_0)));
        }
        return store.save(journal, sums).index();
    }

    @Override
    public void discard(EpisodeJournal journal) throws IOException {
        store.discard(journal);
    }
}
