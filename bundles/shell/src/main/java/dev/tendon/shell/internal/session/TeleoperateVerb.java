/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.session;

import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.Plugins;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionDisplays;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Sessions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.host.Host;
import dev.tendon.shell.session.SessionReports;
import dev.tendon.shell.session.ShownSession;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code tendon teleoperate}. */
@Component(service = Verb.class)
@VerbName("teleoperate")
@VerbGroup("Robots")
public final class TeleoperateVerb implements Verb<TeleoperateOptions> {
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
    public TeleoperateVerb(@Reference Sessions sessions, @Reference Plugins plugins, @Reference Host host) {
        this.sessions = sessions;
        this.plugins = plugins;
        this.host = host;
    }

    @Override
    public int run(TeleoperateOptions options, Console console) throws Exception {
        String title = "teleoperate " + options.robot().type();
        try (ShownSession shown = ShownSession.open(options.display(), displays, title, options.fps(), console)) {
            return teleoperate(options, shown, console);
        }
    }

    private int teleoperate(TeleoperateOptions options, ShownSession shown, Console console) throws Exception {
        SessionRequest request = new SessionRequest(
                "teleoperate",
                options.robot(),
                new Drive.ByTeleoperator(options.teleop()),
                new LoopSettings(options.fps(), Duration.ofMillis(options.watchdogMs()), false, options.limit())
                        .reconnecting(options.reconnection())
                        .startingSoftly(options.softStart()),
                console.dialog(),
                shown);
        try (Session session = sessions.open(request)) {
            shown.show(session);
            SessionReport report = drive(session, options, console);
            tell(report, options, console);
            return SessionReports.exitCode(report);
        }
    }

    private SessionReport drive(Session session, TeleoperateOptions options, Console console)
            throws InterruptedException {
        JointTable table = new JointTable(session.observationFeatures(), session.actionFeatures(), options.fps());
        SessionMonitor.View view = (snapshot, live) -> live.show(table.lines(snapshot), table.line(snapshot));
        return new WatchedRun("teleoperate", view, options.fps(), true)
                .of(session, plugins, host, console, new SystemClock());
    }

    private static void tell(SessionReport report, TeleoperateOptions options, Console console) {
        console.out(options.teleop().type() + " drove " + options.robot().type() + ": "
                + SessionReports.words(report.ending()));
        console.out(String.format(
                Locale.ROOT,
                "tracking error  mean %.3f, worst %.3f",
                report.tracking().mean(),
                report.tracking().max()));
        SessionReports.lines(report, options.fps()).forEach(console::out);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("robot", options.robot().type());
        json.put("teleop", options.teleop().type());
        json.put("fps", options.fps());
        json.put("tracking_error_mean", report.tracking().mean());
        json.put("tracking_error_max", report.tracking().max());
        json.put("tracking_error", SessionReports.trackingByJoint(report));
        json.putAll(SessionReports.json(report));
        console.json(json);
    }
}
