/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.recorder.Recording;
import dev.tendon.recorder.RecordingListener;
import dev.tendon.recorder.RecordingPlan;
import dev.tendon.recorder.RecordingReport;
import dev.tendon.recorder.RecordingRequest;
import dev.tendon.recorder.Recordings;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.shell.Console;
import dev.tendon.video.VideoEncoding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs the same teleoperation with and without recording it. Thread: its creator's. */
final class RecordRun {
    private static final String ADDRESS = "sim:?timing=wire";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int CAMERA_FPS = 30;
    private static final double PERCENT = 100;

    private final Rig rig;
    private final Recordings recordings;
    private final Clock clock;
    private final Console console;
    private final RecordOptions options;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    RecordRun(Rig rig, Recordings recordings, Clock clock, Console console, RecordOptions options) {
        this.rig = rig;
        this.recordings = recordings;
        this.clock = clock;
        this.console = console;
        this.options = options;
    }

    /**
     * How a run went.
     *
     * @param session its report
     * @param bareMissed ticks that a bare timer loop missed beside it
     * @param cpuPercent what the process took while the loop ran, in percent of one core
     * @param seconds how long the loop ran
     * @param recording what was recorded; empty where nothing was
     */
    record Part(
            SessionReport session,
            long bareMissed,
            double cpuPercent,
            double seconds,
            Optional<RecordingReport> recording) {}

    /** The loop alone. */
    Part alone(Duration length) throws DeviceException, InterruptedException {
        try (Session session = rig.open(options.robot(), robot(), drive(), loop(Optional.of(length)))) {
            return run(session);
        }
    }

    /** The loop, recorded into {@code root}, which must not exist. */
    Part recorded(Path root, int episodes, Duration length) throws IOException, DeviceException, InterruptedException {
        VideoEncoding encoding = VideoEncoding.DEFAULT.withVcodec(options.codec());
        if (options.preset().isPresent()) {
            encoding = encoding.withPreset(options.preset().get());
        }
        RecordingPlan plan = new RecordingPlan(
                episodes, length, Duration.ZERO, options.fps(), Duration.ZERO, "bench", false, true, false, false);
        RecordingRequest request = recordings.check(
                new RecordingRequest(
                        root,
                        options.robot(),
                        false,
                        frames -> false,
                        plan,
                        new RecordingRequest.Pictures(
                                true,
                                encoding,
                                options.encoderThreads().map(OptionalInt::of).orElseGet(OptionalInt::empty),
                                options.encoderQueueMaxsize())),
                listener());
        try (Session session =
                        rig.open(options.robot(), robot(), drive(), loop(Optional.empty()), Recording.TAP_TICKS);
                Recording recording = recordings.open(request, session, listener())) {
            recording.start();
            Part part = run(session);
            RecordingReport report = recording.finish(part.session());
            return new Part(part.session(), part.bareMissed(), part.cpuPercent(), part.seconds(), Optional.of(report));
        }
    }

    private Part run(Session session) throws InterruptedException {
        try (BareLoop.Beside bare = new BareLoop(clock, options.fps()).beside()) {
            long cpuNs = machine.getProcessCpuTime();
            long startNs = clock.nanoTime();
            SessionReport report = session.run();
            double tookNs = clock.nanoTime() - startNs;
            double cpu = PERCENT * (machine.getProcessCpuTime() - cpuNs) / tookNs;
            return new Part(report, bare.stop(), cpu, tookNs / 1e9, Optional.empty());
        }
    }

    private RecordingListener listener() {
        return new RecordingListener() {
            @Override
            public void phase(String sentence) {
                // nobody listens
            }

            @Override
            public void line(String line) {
                console.err(line);
            }
        };
    }

    private LoopSettings loop(Optional<Duration> limit) {
        return new LoopSettings(options.fps(), LoopSettings.DEFAULT_WATCHDOG, false, limit);
    }

    private Drive drive() {
        return new Drive.ByTeleoperator(new Chosen<>(options.teleop(), Map.of("port", ADDRESS)));
    }

    private Map<String, Object> robot() {
        Map<String, Object> robot = new LinkedHashMap<>();
        robot.put("port", ADDRESS);
        Map<String, Object> cameras = new LinkedHashMap<>();
        for (int i = 0; i < options.cameras(); i++) {
            cameras.put("camera" + i, camera());
        }
        robot.put("cameras", cameras);
        return robot;
    }

    private Map<String, Object> camera() {
        Map<String, Object> camera = new LinkedHashMap<>();
        if (options.cameraFile().isPresent()) {
            camera.put("type", "opencv");
            camera.put(
                    "index_or_path", options.cameraFile().get().toAbsolutePath().toString());
        } else {
            camera.put("type", "sim");
        }
        camera.put("width", WIDTH);
        camera.put("height", HEIGHT);
        camera.put("fps", CAMERA_FPS);
        return camera;
    }
}
