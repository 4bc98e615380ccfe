/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.dataset.store.DatasetStore;
import dev.tendon.dataset.store.EpisodeJournal;
import dev.tendon.dataset.store.LocalFiles;
import dev.tendon.dataset.write.DatasetSpec;
import dev.tendon.dataset.write.FeatureSpec;
import dev.tendon.dataset.write.FormatVersion;
import dev.tendon.lib.javacv.Natives;
import dev.tendon.video.PictureFormat;
import dev.tendon.video.Video;
import dev.tendon.video.VideoEncoder;
import dev.tendon.video.VideoEncoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The recorder that is killed, in a process of its own: episodes of two seconds at most, two cameras at 30 Hz, one episode saved while the
 * next is recorded, for ever. It notes beside the dataset what it does, in a file whose lines outlive it: {@code f TAG N} before frame N is
 * taken, {@code d TAG N} when N frames are durable, {@code s TAG N} when N frames are saved.
 */
public final class SurviveChild {
    static final int FPS = 30;
    static final String CAMERA = "observation.images.cam";
    /** A frame's first value is its episode's tag times this, and its number. */
    static final int EACH = 1000;

    private static final PictureFormat PICTURES = new PictureFormat(64, 48, FPS);
    private static final int LONGEST = 60;
    private static final int SYNC_FRAMES = FPS;

    private final Video video;
    private final VideoEncoding encoding;
    private final Random random;
    private final FileChannel log;
    private final Clock clock = new SystemClock();

    private SurviveChild(Video video, VideoEncoding encoding, Random random, FileChannel log) {
        this.video = video;
        this.encoding = encoding;
        this.random = random;
        this.log = log;
    }

    static DatasetSpec spec() {
        return DatasetSpec.builder(FormatVersion.V3_0, FPS)
                .robotType("survivor")
                .feature(FeatureSpec.of("action", "float64", List.of(1), List.of("tag")))
                .feature(FeatureSpec.pictures(CAMERA + 0, true, PICTURES.height(), PICTURES.width()))
                .feature(FeatureSpec.pictures(CAMERA + 1, true, PICTURES.height(), PICTURES.width()))
                .build();
    }

    private static final int REHEARSED = 3;

    /** Arguments: codec, home of native libraries; and, to end after a few episodes, a folder. Else dataset, log, first tag and seed come in a line of standard input, at whose end it ends. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Video video = Video.of(new Natives(Path.of(args[1]), "bench"));
        VideoEncoding encoding = video.resolve(VideoEncoding.DEFAULT.withVcodec(args[0]));
        if (args.length > 2) {
            Path rehearsal = Path.of(args[2]);
            try (FileChannel log =
                    FileChannel.open(rehearsal.resolve("log"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                new SurviveChild(video, encoding, new Random(0), log).record(rehearsal.resolve("set"), 0, REHEARSED);
            }
            return;
        }
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = orders.readLine();
        if (line == null) {
            return;
        }
        endWith(orders);
        String[] order = line.split("\t", -1);
        try (FileChannel log = FileChannel.open(
                Path.of(order[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            new SurviveChild(video, encoding, new Random(Long.parseLong(order[3])), log)
                    .record(Path.of(order[0]), Integer.parseInt(order[2]), Integer.MAX_VALUE);
        }
    }

    /** Nobody is left to kill it where standard input ends. */
    private static void endWith(BufferedReader orders) {
        Thread thread = new Thread(
                () -> {
                    try {
                        orders.readLine();
                    } catch (IOException e) {
                        // ended, too
                    }
                    Runtime.getRuntime().halt(1);
                },
                "tendon-orders");
        thread.setDaemon(true);
        thread.start();
    }

    private void record(Path root, int firstTag, int episodes)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService saver = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "tendon-saver");
            thread.setDaemon(true);
            return thread;
        });
        try (DatasetStore store = Files.exists(root.resolve("meta").resolve("info.json"))
                ? DatasetStore.resume(new LocalFiles(), video, root, spec())
                : DatasetStore.create(new LocalFiles(), video, root, spec())) {
            Future<?> saving = null;
            for (int tag = firstTag; tag - firstTag < episodes; tag++) {
                int frames = 1 + random.nextInt(LONGEST);
                EpisodeJournal journal = episode(store, tag, frames);
                if (saving != null) {
                    saving.get();
                }
                int saved = tag;
                saving = saver.submit(() -> {
                    store.save(journal, Map.of());
                    note('s', saved, frames);
                    return saved;
                });
                if (random.nextInt(8) == 0) {
                    saving.get();
                    store.pack();
                }
            }
            if (saving != null) {
                saving.get();
                store.pack();
            }
        } finally {
            saver.shutdownNow();
        }
    }

    private EpisodeJournal episode(DatasetStore store, int tag, int frames) throws IOException, InterruptedException {
        EpisodeJournal journal = store.begin("Survive", Map.of(CAMERA + 0, encoding, CAMERA + 1, encoding));
        int action = journal.row().slot("action");
        ByteBuffer picture = ByteBuffer.allocateDirect(PICTURES.rgbBytes());
        List<VideoEncoder> encoders = new ArrayList<>();
        try {
            for (int camera = 0; camera < 2; camera++) {
                String key = CAMERA + camera;
                encoders.add(video.encodeTwice(
                        journal.video(key), journal.film(key), PICTURES, encoding, OptionalInt.of(1)));
            }
            long next = clock.nanoTime();
            for (int frame = 0; frame < frames; frame++) {
                note('f', tag, frame + 1);
                journal.row().set(action, 0, (double) tag * EACH + frame);
                journal.append();
                draw(picture, frame);
                for (VideoEncoder encoder : encoders) {
                    encoder.write(picture);
                }
                if (frame % SYNC_FRAMES == SYNC_FRAMES - 1) {
                    sync(journal, encoders, tag);
                }
                next += 1_000_000_000L / FPS;
                clock.sleepUntil(next);
            }
            for (VideoEncoder encoder : encoders) {
                encoder.finish();
            }
            return journal;
        } finally {
            encoders.forEach(VideoEncoder::close);
        }
    }

    private void sync(EpisodeJournal journal, List<VideoEncoder> encoders, int tag) throws IOException {
        for (int camera = 0; camera < encoders.size(); camera++) {
            journal.videoDurable(CAMERA + camera, encoders.get(camera).sync().durable());
        }
        journal.sync();
        note('d', tag, (int) journal.durableFrames());
    }

    private static void draw(ByteBuffer picture, int frame) {
        picture.clear();
        for (int i = 0; picture.hasRemaining(); i++) {
            picture.put((byte) (i + 5 * frame));
        }
        picture.clear();
    }

    private synchronized void note(char what, int tag, int frames) throws IOException {
        log.write(ByteBuffer.wrap((what + " " + tag + " " + frames + "\n").getBytes(StandardCharsets.US_ASCII)));
    }
}
