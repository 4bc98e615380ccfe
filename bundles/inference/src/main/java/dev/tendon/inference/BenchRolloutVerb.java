/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.policy.PolicyType;
import dev.tendon.checkpoint.FeatureKind;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Planning;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Sessions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code tendon bench rollout}. */
@Component(service = Verb.class)
@VerbName("bench rollout")
@VerbGroup("Measuring")
public final class BenchRolloutVerb implements Verb<BenchRolloutOptions> {
    private static final String PICTURES = "observation.images.";
    private static final int CAMERA_FPS = 30;
    private static final double SLOWER = 1.5;
    private static final double MS_PER_S = 1e3;
    private static final double NS_PER_S = 1e9;

    private final Policies policies;
    private final Sessions sessions;

    @Activate
    public BenchRolloutVerb(@Reference Policies policies, @Reference Sessions sessions) {
        this.policies = policies;
        this.sessions = sessions;
    }

    @Override
    public int run(BenchRolloutOptions options, Console console)
            throws IOException, DeviceException, InterruptedException {
        Map<String, Object> cameras = cameras(policies.model(options.policy()).inputs());
        List<Map<String, Object>> runs = new ArrayList<>();
        long missed = 0;
        try (Live live = console.live()) {
            int all = 2 * options.fps().size();
            for (boolean slow : new boolean[] {false, true}) {
                for (int fps : options.fps()) {
                    SessionReport report = drive(options, slow, fps, cameras, console);
                    missed += report.missedTicks();
                    runs.add(figures(report, slow, fps));
                    console.out(line(report, slow, fps));
                    live.progress("Driving", runs.size(), all);
                }
            }
        }
        console.json(Map.of("missed_ticks", missed, "runs", runs));
        return DONE;
    }

    /** The cameras that the policy was trained with, drawn. */
    static Map<String, Object> cameras(Map<String, PolicyFeature> inputs) {
        Map<String, Object> cameras = new LinkedHashMap<>();
        inputs.forEach((name, feature) -> {
            if (feature.type() == FeatureKind.VISUAL) {
                cameras.put(
                        name.substring(PICTURES.length()),
                        Map.of(
                                "type",
                                "sim",
                                "height",
                                feature.shape().get(1),
                                "width",
                                feature.shape().get(2),
                                "fps",
                                CAMERA_FPS));
            }
        });
        return cameras;
    }

    private SessionReport drive(
            BenchRolloutOptions options, boolean slow, int fps, Map<String, Object> cameras, Console console)
            throws DeviceException, InterruptedException {
        Map<String, Object> robot = Map.of("port", "sim:", "cameras", cameras);
        SessionRequest request = new SessionRequest(
                "bench",
                new Chosen<>(options.robot(), robot),
                new Drive.ByPolicy(slow ? slowed(options, fps) : options.policy(), ""),
                new LoopSettings(
                        fps,
                        LoopSettings.DEFAULT_WATCHDOG,
                        false,
                        Optional.of(Duration.ofNanos(Math.round(options.lengthS() * NS_PER_S)))),
                console.dialog(),
                event -> {});
        try (Session session = sessions.open(request)) {
            return session.run();
        }
    }

    private static Chosen<PolicyType<?>> slowed(BenchRolloutOptions options, int fps) {
        Map<String, Object> of = new LinkedHashMap<>(options.policy().options());
        of.put("type", options.policy().type());
        return new Chosen<>(
                SlowedType.NAME,
                Map.of(
                        "of",
                        of,
                        "actions",
                        options.slowActions(),
                        "plan_ms",
                        SLOWER * options.slowActions() * MS_PER_S / fps));
    }

    private static String line(SessionReport report, boolean slow, int fps) {
        Planning planning = report.planning().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%d Hz, %s  %d ticks, %d missed, %d held, %d chunks late; plans %.0f ms (median); steps between chunks %.2f, within %.2f",
                fps,
                slow ? "plans longer than chunks" : "as it is                ",
                report.ticks(),
                report.missedTicks(),
                report.counters().heldTicks(),
                report.counters().lateChunks(),
                planning.p50Ms(),
                planning.seamMean(),
                planning.stepMean());
    }

    private static Map<String, Object> figures(SessionReport report, boolean slow, int fps) {
        Planning planning = report.planning().orElseThrow();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("fps", fps);
        figures.put("slow", slow);
        figures.put("ticks", report.ticks());
        figures.put("missed_ticks", report.missedTicks());
        figures.put("held_actions", report.counters().heldTicks());
        figures.put("late_chunks", report.counters().lateChunks());
        figures.put("skipped_actions", report.counters().skippedActions());
        figures.put("plans", planning.plans());
        figures.put("plan_p50_ms", planning.p50Ms());
        figures.put("plan_p95_ms", planning.p95Ms());
        figures.put("chunk_lead", planning.lead());
        figures.put("chunk_left_min", planning.fewestLeft());
        figures.put("seam_mean", planning.seamMean());
        figures.put("seam_max", planning.seamMax());
        figures.put("step_mean", planning.stepMean());
        figures.put("step_max", planning.stepMax());
        return figures;
    }
}
