/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.frame.Image;
import dev.tendon.api.time.Clock;
import dev.tendon.runtime.SessionCamera;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cameras' newest pictures as JPEG: fifteen a second at most, and only of cameras that a page has asked for within the last
 * two seconds. Thread: {@link #run} is a thread's of its own; the rest any.
 */
final class Pictures implements Runnable {
    static final long PERIOD_NS = 1_000_000_000L / 15;
    static final long INTEREST_NS = 2_000_000_000L;
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    private final List<Shown> cameras;
    private final Clock clock;

    Pictures(List<SessionCamera> cameras, Clock clock) {
        this.cameras = cameras.stream()
                .map(camera -> new Shown(camera, clock.nanoTime()))
                .toList();
        this.clock = clock;
    }

    /** One camera. */
    private static final class Shown {
        private final SessionCamera camera;
        private volatile long wantedUntilNs;
        private volatile @Nullable Jpeg newest;
        // The encoder's thread's own:
        private @Nullable JpegEncoder encoder;
        private long timestampNs;
        private long sequence = -1;
        private long number;
        private boolean failing;

        Shown(SessionCamera camera, long now) {
            this.camera = camera;
            wantedUntilNs = now;
        }
    }

    List<Feature> features() {
        return cameras.stream().map(shown -> shown.camera.feature()).toList();
    }

    /** Whether pictures of this size can be shown: grey or RGB. */
    static boolean showable(Feature feature) {
        int channels = feature.shape().get(2);
        return channels == 1 || channels == 3;
    }

    /** The newest picture of a camera, which is thereby encoded for some time; null where there is none (yet). */
    @Nullable
    Jpeg look(int camera) {
        Shown shown = cameras.get(camera);
        shown.wantedUntilNs = clock.nanoTime() + INTEREST_NS;
        return shown.newest;
    }

    /** The number of the newest picture; 0 where there is none. */
    long number(int camera) {
        Jpeg newest = cameras.get(camera).newest;
        return newest == null ? 0 : newest.number();
    }

    @Override
    public void run() {
        try {
            while (true) {
                long began = clock.nanoTime();
                encodeWanted();
                clock.sleepUntil(began + PERIOD_NS);
            }
        } catch (InterruptedException e) {
            cameras.forEach(shown -> {
                if (shown.encoder != null) {
                    shown.encoder.close();
                }
            });
        }
    }

    /** Encodes what is new and looked at. Thread: the encoder's. */
    void encodeWanted() {
        for (Shown shown : cameras) {
            if (shown.wantedUntilNs - clock.nanoTime() > 0 && showable(shown.camera.feature())) {
                encodeOrTell(shown);
            }
        }
    }

    private static void encodeOrTell(Shown shown) {
        try {
            encode(shown);
            shown.failing = false;
        } catch (IOException | RuntimeException e) {
            shown.newest = null;
            if (!shown.failing) {
                LOG.warn(
                        "The view has no picture of camera {}: {}",
                        shown.camera.feature().name(),
                        e.toString());
            }
            shown.failing = true;
        }
    }

    private static void encode(Shown shown) throws IOException {
        Image image = shown.camera.newest();
        if (image == null) {
            shown.newest = null;
            shown.sequence = -1;
            return;
        }
        if (image.sequence() == shown.sequence && image.timestampNs() == shown.timestampNs) {
            image.release();
            return;
        }
        shown.sequence = image.sequence();
        shown.timestampNs = image.timestampNs();
        JpegEncoder encoder = shown.encoder;
        if (encoder == null) {
            try {
                encoder = new JpegEncoder();
            } catch (RuntimeException | Error e) {
                image.release();
                throw e;
            }
            shown.encoder = encoder;
        }
        shown.newest = new Jpeg(++shown.number, encoder.encodeAndRelease(image));
    }
}
