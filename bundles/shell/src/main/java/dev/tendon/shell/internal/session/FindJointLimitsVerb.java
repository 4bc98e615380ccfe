/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.Plugins;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Sessions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.session.SessionLines;
import dev.tendon.shell.session.SessionReports;
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

/** {@code tendon find-joint-limits}: lerobot_find_joint_limits.py (0.6) without the end effector, which needs a URDF. */
@Component(service = Verb.class)
@VerbName("find-joint-limits")
@VerbGroup("Setting up")
public final class FindJointLimitsVerb implements Verb<FindJointLimitsOptions> {
    private static final String NAME = "find-joint-limits";

    private final Sessions sessions;
    private final Plugins plugins;
    private final Host host;
    private final Clock clock = new SystemClock();

    @Activate
    public FindJointLimitsVerb(@Reference Sessions sessions, @Reference Plugins plugins, @Reference Host host) {
        this.sessions = sessions;
        this.plugins = plugins;
        this.host = host;
    }

    @Override
    public int run(FindJointLimitsOptions options, Console console) throws Exception {
        SessionRequest request = new SessionRequest(
                NAME,
                options.robot(),
                new Drive.ByTeleoperator(options.teleop()),
                new LoopSettings(
                        options.controlLoopFps(),
                        Duration.ofMillis(options.watchdogMs()),
                        false,
                        Optional.of(options.limit())),
                console.dialog(),
                SessionLines.on(console));
        try (Session session = sessions.open(request)) {
            JointExtremes extremes = extremes(session, options);
            console.err(String.format(
                    Locale.ROOT,
                    "Warm-up, %.0f s: move the robot freely, to see that it obeys. Nothing is noted yet.",
                    options.warmupTimeS()));
            SessionReport report = drive(session, extremes, options, console);
            tell(report, extremes, options, console);
            return SessionReports.exitCode(report);
        }
    }

    private static JointExtremes extremes(Session session, FindJointLimitsOptions options) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Feature feature : session.observationFeatures().list()) {
            units.put(feature.name(), feature.unit());
        }
        List<String> names = session.observationFeatures().layout().valueNames();
        return new JointExtremes(names, units, options.warmUp());
    }

    @SuppressWarnings("try") // it does its work until it is closed
    private SessionReport drive(
            Session session, JointExtremes extremes, FindJointLimitsOptions options, Console console)
            throws InterruptedException {
        double total = options.warmupTimeS() + options.teleopTimeS();
        SessionMonitor.View view = (snapshot, live) -> {
            String left = String.format(
                    Locale.ROOT,
                    "%s, %.1f s left",
                    extremes.recording() ? "recording" : "warm-up",
                    Math.max(0, (extremes.recording() ? total : options.warmupTimeS()) - extremes.passedS()));
            List<String> lines = new ArrayList<>(extremes.lines());
            lines.add(left);
            live.show(lines, left);
        };
        double fps = options.controlLoopFps();
        try (ExtremesSampler sampler = new ExtremesSampler(session, extremes, fps, console, clock)) {
            return new WatchedRun(NAME, view, fps, true).of(session, plugins, host, console, clock);
        }
    }

    private static void tell(
            SessionReport report, JointExtremes extremes, FindJointLimitsOptions options, Console console) {
        console.out(options.robot().type() + ": " + SessionReports.words(report.ending()));
        if (extremes.samples() == 0) {
            console.out("Nothing was noted: it ended during the warm-up");
        } else {
            extremes.lines().forEach(console::out);
        }
        SessionReports.lines(report, options.controlLoopFps()).forEach(console::out);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("robot", options.robot().type());
        json.put("teleop", options.teleop().type());
        json.put("fps", options.controlLoopFps());
        json.put("samples", extremes.samples());
        json.put("joints", extremes.json());
        json.putAll(SessionReports.json(report));
        console.json(json);
    }
}
