/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionDisplays;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Sessions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.session.SessionReports;
import dev.tendon.shell.session.ShownSession;
import dev.tendon.shell.session.WatchedSessions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code tendon rollout}. */
@Component(service = Verb.class)
@VerbName("rollout")
@VerbGroup("Robots")
public final class RolloutVerb implements Verb<RolloutOptions> {
    private static final String NAME = "rollout";

    private final Sessions sessions;
    private final WatchedSessions watched;

    /** Read once a run; a bundle that comes or goes meanwhile concerns the next. */
    @Reference(
            service = SessionDisplays.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<SessionDisplays> displays = List.of();

    @Activate
    public RolloutVerb(@Reference Sessions sessions, @Reference WatchedSessions watched) {
        this.sessions = sessions;
        this.watched = watched;
    }

    @Override
    public int run(RolloutOptions options, Console console) throws Exception {
        String title = "rollout " + options.policy().type();
        console.err("loading " + options.policy().type());
        try (ShownSession shown = ShownSession.open(options.display(), displays, title, options.loopFps(), console);
                Session session = sessions.open(new SessionRequest(
                        NAME, options.robot(), options.drive(), options.loop(), console.dialog(), shown))) {
            shown.show(session);
            StatusLine line = new StatusLine(options.loopFps(), options.duration());
            SessionReport report = watched.run(
                    NAME,
                    session,
                    (snapshot, live) -> live.show(List.of(line.of(snapshot)), line.of(snapshot)),
                    options.loopFps(),
                    console);
            tell(report, options, console);
            return SessionReports.exitCode(report);
        }
    }

    private static void tell(SessionReport report, RolloutOptions options, Console console) {
        console.out(options.policy().type() + " drove " + options.robot().type() + ": "
                + SessionReports.words(report.ending()));
        SessionReports.lines(report, options.loopFps()).forEach(console::out);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("robot", options.robot().type());
        json.put("policy", options.policy().type());
        json.put("strategy", options.strategy().type().name().toLowerCase(Locale.ROOT));
        json.put("task", options.task());
        json.put("fps", options.fps());
        json.put("interpolation_multiplier", options.interpolationMultiplier());
        json.put("tracking_error_mean", report.tracking().mean());
        json.put("tracking_error_max", report.tracking().max());
        json.putAll(SessionReports.json(report));
        console.json(json);
    }
}
