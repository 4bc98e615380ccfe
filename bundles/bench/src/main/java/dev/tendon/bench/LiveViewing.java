/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.time.Clock;
import dev.tendon.runtime.DisplayRequest;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionDisplay;
import dev.tendon.runtime.SessionDisplays;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the live view of a session and looks at it as a page does: one stream of values, and each camera's newest picture, again and
 * again. What a browser does with them is not there.
 */
final class LiveViewing implements TeleopRun.Viewing {
    /** The page asks for a picture as often as a screen shows one to the eye. */
    private static final long PICTURE_EVERY_NS = 50_000_000;

    private static final int CAMERAS = 2;

    private final SessionDisplays displays;
    private final Clock clock;

    LiveViewing(SessionDisplays displays, Clock clock) {
        this.displays = displays;
        this.clock = clock;
    }

    @Override
    public TeleopRun.View of(Session session, double fps) {
        SessionDisplay display;
        try {
            display = displays.open(new DisplayRequest("bench teleop", fps, Optional.empty(), Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException("The live view cannot be opened", e);
        }
        display.show(session);
        List<Thread> lookers = new ArrayList<>();
        lookers.add(looker(() -> drain(display.address().resolve("events"))));
        for (int camera = 0; camera < CAMERAS; camera++) {
            URI picture = display.address().resolve("camera/" + camera);
            lookers.add(looker(() -> {
                while (true) {
                    drain(picture);
                    clock.sleepUntil(clock.nanoTime() + PICTURE_EVERY_NS);
                }
            }));
        }
        return () -> {
            lookers.forEach(Thread::interrupt);
            display.close();
        };
    }

    private interface Looking {
        void look() throws IOException, InterruptedException;
    }

    private static Thread looker(Looking looking) {
        Thread thread = new Thread(
                () -> {
                    try {
                        looking.look();
                    } catch (IOException | InterruptedException e) {
                        return; // the view was closed
                    }
                },
                "tendon-bench-page");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Reads an answer to its end; one that says no is left alone. */
    private static void drain(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            connection.disconnect();
            return;
        }
        byte[] buffer = new byte[65536];
        try (InputStream in = connection.getInputStream()) {
            int count;
            do {
                count = in.read(buffer);
            } while (count >= 0);
        }
    }
}
