/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.read;

import dev.tendon.dataset.FormatException;
import dev.tendon.video.Video;
import dev.tendon.video.VideoReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decoders that stay open, used by one thread at a time each. Of several on one file, that is taken which stands nearest before the time
 * wanted. Thread: any.
 */
final class OpenVideos implements AutoCloseable {
    private static final class Open {
        final Path file;
        final VideoReader reader;
        double positionS = -1;

        Open(Path file, VideoReader reader) {
            this.file = file;
            this.reader = reader;
        }
    }

    private final Video video;
    private final int most;
    private final Object lock = new Object();
    /** Not in use, the longest unused first. */
    private final List<Open> idle = new ArrayList<>();

    private int used;
    private boolean closed;

    OpenVideos(Video video, int most) {
        this.video = video;
        this.most = most;
    }

    /** Puts the picture at a time of a file into {@code rgb}. */
    void read(Path file, Camera camera, double timeS, double toleranceS, ByteBuffer rgb) throws IOException {
        Open open = take(file, timeS);
        boolean whole = false;
        try {
            if (open.reader.info().width() != camera.width()
                    || open.reader.info().height() != camera.height()) {
                throw new FormatException(
                        file,
                        "has pictures of " + open.reader.info().width() + "x"
                                + open.reader.info().height() + " pixels, but " + camera.key() + " is declared as "
                                + camera.width() + "x" + camera.height(),
                        "Copy or download the dataset again");
            }
            open.positionS = open.reader.frame(timeS, toleranceS, rgb);
            whole = true;
        } finally {
            give(open, whole);
        }
    }

    private Open take(Path file, double timeS) throws IOException {
        @Nullable Open chosen = null;
        @Nullable Open spare = null;
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("the reader of items is closed");
            }
            for (Open candidate : idle) {
                if (candidate.file.equals(file) && (chosen == null || better(candidate, chosen, timeS))) {
                    chosen = candidate;
                }
            }
            if (chosen != null) {
                idle.remove(chosen);
            } else if (idle.size() + used >= most && !idle.isEmpty()) {
                spare = idle.remove(0);
            }
            used++;
        }
        if (spare != null) {
            spare.reader.close();
        }
        return chosen != null ? chosen : open(file);
    }

    private static boolean better(Open one, Open other, double timeS) {
        boolean oneBefore = one.positionS <= timeS;
        boolean otherBefore = other.positionS <= timeS;
        return oneBefore && (!otherBefore || one.positionS > other.positionS);
    }

    private Open open(Path file) throws IOException {
        boolean opened = false;
        try {
            if (!Files.exists(file)) {
                throw new FormatException(
                        file, "the video is missing", "Copy or download it again, or leave the camera out");
            }
            Open open = new Open(file, video.open(file, 1));
            opened = true;
            return open;
        } finally {
            if (!opened) {
                synchronized (lock) {
                    used--;
                }
            }
        }
    }

    private void give(Open open, boolean whole) {
        boolean keep;
        synchronized (lock) {
            used--;
            keep = whole && !closed && idle.size() + used < most;
            if (keep) {
                idle.add(open);
            }
        }
        if (!keep) {
            open.reader.close();
        }
    }

    @Override
    public void close() {
        List<Open> leaving;
        synchronized (lock) {
            closed = true;
            leaving = new ArrayList<>(idle);
            idle.clear();
        }
        for (Iterator<Open> each = leaving.iterator(); each.hasNext(); ) {
            each.next().reader.close();
        }
    }
}
