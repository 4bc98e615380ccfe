/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.Plugins;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionDisplays;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Sessions;
import dev.tendon.runtime.Trajectory;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.session.SessionReports;
import dev.tendon.shell.session.ShownSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code tendon replay}. */
@Component(service = Verb.class)
@VerbName("replay")
@VerbGroup("Robots")
public final class ReplayVerb implements Verb<ReplayOptions> {
    private final Sessions sessions;
    private final Plugins plugins;
    private final Host host;

    /** Read once a run; a bundle that comes or goes meanwhile concerns the next. */
    @Reference(
            service = SessionDisplays.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<SessionDisplays> displays = List.of();

    @Activate
    public ReplayVerb(@Reference Sessions sessions, @Reference Plugins plugins, @Reference Host host) {
        this.sessions = sessions;
        this.plugins = plugins;
        this.host = host;
    }

    @Override
    public int run(ReplayOptions options, Console console) throws Exception {
        Path root = options.dataset().folder(System.getenv(), Path.of(System.getProperty("user.home")));
        Recording recording = Recording.read(root, options.dataset().episode());
        tellMissingVideos(recording, console);
        double fps = options.simulatedTime() ? recording.fps() : recording.fps() * options.speed();
        String title = "replay " + options.robot().type();
        try (ShownSession shown = ShownSession.open(options.display(), displays, title, fps, console)) {
            return replay(recording, options, fps, shown, console);
        }
    }

    private int replay(Recording recording, ReplayOptions options, double fps, ShownSession shown, Console console)
            throws Exception {
        Trajectory trajectory = Trajectory.of(recording.names(), recording.actions(), options.ramp());
        LoopSettings loop = new LoopSettings(
                        fps, Duration.ofMillis(options.watchdogMs()), options.simulatedTime(), Optional.empty())
                .reconnecting(options.reconnection());
        SessionRequest request = new SessionRequest(
                "replay", options.robot(), new Drive.ByTrajectory(trajectory), loop, console.dialog(), shown);
        try (Session session = sessions.open(request)) {
            shown.show(session);
            UnitGuard.check(
                    recording, session.actionFeatures(), session.ranges(), options.allowUnitMismatch(), console);
            SessionReport report = play(session, recording, options, fps, console);
            tell(report, recording, session.actionFeatures(), options, fps, console);
            return SessionReports.exitCode(report);
        }
    }

    private SessionReport play(Session session, Recording recording, ReplayOptions options, double fps, Console console)
            throws InterruptedException {
        long rampTicks = Math.round(options.rampS() * fps);
        long total = rampTicks + recording.frames();
        SessionMonitor.View view = (snapshot, live) -> {
            long tick = snapshot.tick() + 1;
            String what = tick <= rampTicks ? "Moving to the first frame" : "Replaying";
            live.progress(what, Math.min(tick, total), total);
        };
        return new WatchedRun("replay", view, fps, !options.simulatedTime())
                .of(session, plugins, host, console, new SystemClock());
    }

    private static void tellMissingVideos(Recording recording, Console console) {
        List<Path> missing = recording.missingVideos();
        if (!missing.isEmpty()) {
            console.err("note: " + missing.size() + (missing.size() == 1 ? " video is" : " videos are")
                    + " missing from the recording, which replay does without: " + missing.get(0)
                    + (missing.size() == 1 ? "" : " and others"));
        }
    }

    private static void tell(
            SessionReport report,
            Recording recording,
            Features features,
            ReplayOptions options,
            double fps,
            Console console) {
        Map<String, String> units = new LinkedHashMap<>();
        features.list().stream().filter(Feature::numeric).forEach(f -> units.put(f.name(), f.unit()));
        String unit = units.values().stream().findFirst().orElse("");
        long frames = report.ending() == Ending.FINISHED
                ? recording.frames()
                : report.tracking().frames();

        console.out(String.format(
                Locale.ROOT,
                "Episode %d of %s on %s: %s after %d of %d frames",
                recording.episode(),
                recording.root().getFileName(),
                options.robot().type(),
                SessionReports.words(report.ending()),
                frames,
                recording.frames()));
        console.out(String.format(
                Locale.ROOT,
                "tracking error  mean %.3f, worst %.3f in %s; the recorded robot's own was %.3f",
                report.tracking().mean(),
                report.tracking().max(),
                unit.isEmpty() ? "the recording's unit" : unit,
                recording.meanGap().orElse(Double.NaN)));
        SessionReports.lines(report, fps).forEach(console::out);

        Map<String, Object> json = new LinkedHashMap<>();
        json.put("robot", options.robot().type());
        json.put("dataset", recording.root().toString());
        json.put("episode", recording.episode());
        json.put("frames", frames);
        json.put("unit", unit);
        json.put("units", units);
        json.put("fps", fps);
        json.put("speed", options.speed());
        json.put("tracking_error_mean", report.tracking().mean());
        json.put("tracking_error_max", report.tracking().max());
        json.put("tracking_error", SessionReports.trackingByJoint(report));
        json.put(
                "recorded_gap_mean",
                recording.meanGap().isPresent() ? recording.meanGap().getAsDouble() : null);
        json.put("recorded_gap", recording.gaps());
        json.putAll(SessionReports.json(report));
        console.json(json);
    }
}
