/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder.verb;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.dataset.tool.Edit;
import dev.tendon.dataset.tool.SideRecording;
import dev.tendon.recorder.Recording;
import dev.tendon.recorder.RecordingListener;
import dev.tendon.recorder.RecordingPlan;
import dev.tendon.recorder.RecordingReport;
import dev.tendon.recorder.RecordingRequest;
import dev.tendon.recorder.RecordingStatus;
import dev.tendon.recorder.Recordings;
import dev.tendon.runtime.Ending;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionDisplays;
import dev.tendon.runtime.SessionEvent;
import dev.tendon.runtime.SessionListener;
import dev.tendon.runtime.SessionReport;
import dev.tendon.runtime.SessionRequest;
import dev.tendon.runtime.Sessions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.session.SessionReports;
import dev.tendon.shell.session.ShownSession;
import dev.tendon.shell.session.WatchedSessions;
import dev.tendon.video.Video;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code tendon record}. */
@Component(service = Verb.class)
@VerbName("record")
@VerbGroup("Robots")
public final class RecordVerb implements Verb<RecordOptions> {
    private static final int INTERRUPTED = 130;

    private final Sessions sessions;
    private final Recordings recordings;
    private final Video video;
    private final WatchedSessions watched;
    private final Clock clock = new SystemClock();

    /** Read once a run; a bundle that comes or goes meanwhile concerns the next. */
    @Reference(
            service = SessionDisplays.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<SessionDisplays> displays = List.of();

    @Activate
    public RecordVerb(
            @Reference Sessions sessions,
            @Reference Recordings recordings,
            @Reference WatchedSessions watched,
            @Reference Video video) {
        this.video = video;
        this.sessions = sessions;
        this.recordings = recordings;
        this.watched = watched;
    }

    @Override
    public int run(RecordOptions options, Console console) throws Exception {
        DatasetFolder folder = DatasetFolder.of(
                options.dataset(),
                options.resume(),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                java.time.Clock.system(java.time.ZoneId.systemDefault()));
        RecordingListener lines = new RecordingListener() {
            @Override
            public void phase(String sentence) {
                console.err(sentence);
            }

            @Override
            public void line(String line) {
                console.err(line);
            }
        };
        Destination destination = Destination.of(
                folder.root(), options.resume(), options.dataset().format());
        RecordingRequest request = recordings.check(destination.of(request(options, folder, console)), lines);
        String title = "record " + options.robot().type();
        try (ShownSession shown = ShownSession.open(
                options.display(), displays, title, options.dataset().fps(), console)) {
            int code = record(options, destination, folder, request, shown, console);
            join(destination, folder.root(), console);
            return code;
        }
    }

    /** Lets what was recorded beside a v2.1 dataset join it. */
    private void join(Destination destination, Path root, Console console) throws IOException, InterruptedException {
        if (destination.side().isEmpty() || !destination.side().get().exists()) {
            return;
        }
        SideRecording side = destination.side().get();
        boolean joined = false;
        try (Live live = console.live()) {
            Optional<Edit.Result> result = side.join(video, live::progress);
            joined = result.isPresent();
            result.ifPresent(told -> console.out(
                    root + " has " + told.episodes() + " episodes (" + told.frames() + " frames) now, in v2.1"));
        } finally {
            if (!joined) {
                console.err("the new episodes are in " + side.folder()
                        + " still; tendon record --resume=true goes on there, "
                        + "and tendon dataset repair --dataset.root=" + root + " lets them join");
            }
        }
    }

    private static RecordingRequest request(RecordOptions options, DatasetFolder folder, Console console) {
        RecordDatasetOptions dataset = options.dataset();
        RecordingPlan plan = new RecordingPlan(
                dataset.numEpisodes(),
                dataset.episode(),
                dataset.reset(),
                dataset.fps(),
                options.softStart(),
                dataset.singleTask(),
                dataset.action() == ActionRule.SENT,
                options.partial() == Partial.KEEP,
                console.dialog().interactive(),
                options.policy().isPresent());
        return new RecordingRequest(
                folder.root(),
                options.robot().type(),
                options.resume(),
                frames -> keepsTail(frames, options, console),
                plan,
                new RecordingRequest.Pictures(
                        dataset.video(),
                        dataset.rgbEncoder(),
                        dataset.encoderThreads().map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        dataset.encoderQueueMaxsize()));
    }

    private static boolean keepsTail(int frames, RecordOptions options, Console console) {
        double seconds = (double) frames / options.dataset().fps();
        String what = String.format(
                Locale.ROOT, "an unfinished episode of %d frames (%.1f s) is in the journal", frames, seconds);
        return switch (options.recover()) {
            case KEEP -> told(console, what + ": it is saved", true);
            case DROP -> told(console, what + ": it is dropped", false);
            case ASK -> {
                while (true) {
                    String answer = console.dialog()
                            .ask(
                                    "There is " + what + ". Save it as an episode? [y/n] ",
                                    "--recover=keep or --recover=drop")
                            .strip()
                            .toLowerCase(Locale.ROOT);
                    if (answer.equals("y") || answer.equals("yes")) {
                        yield true;
                    }
                    if (answer.equals("n") || answer.equals("no")) {
                        yield false;
                    }
                }
            }
        };
    }

    private static boolean told(Console console, String line, boolean answer) {
        console.err(line);
        return answer;
    }

    private int record(
            RecordOptions options,
            Destination destination,
            DatasetFolder folder,
            RecordingRequest request,
            ShownSession shown,
            Console console)
            throws Exception {
        Heard heard = new Heard(shown);
        SessionRequest session = new SessionRequest(
                        "record",
                        options.robot(),
                        options.drive(),
                        new LoopSettings(
                                        options.dataset().fps(),
                                        Duration.ofMillis(options.watchdogMs()),
                                        options.simulatedTime(),
                                        Optional.empty())
                                .reconnecting(options.reconnection())
                                .startingSoftly(options.softStart()),
                        console.dialog(),
                        heard)
                .tapped(Recording.TAP_TICKS);
        try (Session open = sessions.open(session);
                Voice voice = voice(options);
                Recording recording = recordings.open(request, open, said(options, voice, console))) {
            shown.show(open);
            heard.recording = recording;
            console.err("recording into " + destination.folder());
            return record(options, destination, folder, open, recording, voice, console);
        }
    }

    @SuppressWarnings("try") // both do their work until they are closed
    private int record(
            RecordOptions options,
            Destination destination,
            DatasetFolder folder,
            Session session,
            Recording recording,
            Voice voice,
            Console console)
            throws Exception {
        StatusLine line = new StatusLine(
                options.dataset().numEpisodes(), options.dataset().fps());
        WatchedSessions.View view = (snapshot, live) -> {
            RecordingStatus status = recording.status();
            live.show(line.lines(status, snapshot, console.width()), line.of(status, snapshot));
        };
        SessionReport ended;
        recording.start();
        try (Keyboard keyboard = new Keyboard(console, clock, key -> pressed(key, recording));
                KeySignals signals = new KeySignals(key -> pressed(key, recording))) {
            if (console.dialog().interactive()) {
                console.err("keys: → next, ← again, Esc stop (also n, r, q)");
            }
            ended = watched.run("record", session, view, options.dataset().fps(), console);
        }
        RecordingStatus last = recording.status();
        if (last.saving() > 0) {
            console.err("saving " + last.saving() + (last.saving() == 1 ? " episode" : " episodes"));
        }
        RecordingReport report = recording.finish(ended);
        voice.say("Stop recording");
        if (destination.side().isEmpty()) { // else single files join without being cut
            pack(recording, console);
        }
        RecordedReport told =
                new RecordedReport(options, folder, ended, report, last.phase().equals("over"));
        told.lines().forEach(console::out);
        console.json(told.json());
        return exitCode(last, ended, report);
    }

    private static void pressed(String key, Recording recording) {
        recording.press(key);
    }

    /** What cannot be packed is whole all the same: no reason to fail. */
    private static void pack(Recording recording, Console console) {
        try {
            recording.pack();
        } catch (IOException | ConfigException e) {
            console.err("note: the dataset is whole, in more and smaller files than LeRobot makes, which could not be "
                    + "joined: " + e.getMessage());
        }
    }

    private static int exitCode(RecordingStatus last, SessionReport session, RecordingReport report) throws Exception {
        if (report.failure().isPresent()) {
            throw report.failure().get();
        }
        if (session.ending() == Ending.STOPPED) {
            return last.phase().equals("over") ? DONE : INTERRUPTED;
        }
        if (session.ending() == Ending.ROBOT_GONE) {
            throw new DeviceException("The recording ended: " + SessionReports.words(session.ending()));
        }
        return SessionReports.exitCode(session);
    }

    private static Voice voice(RecordOptions options) {
        return new Voice(
                options.playSounds()
                        ? Voice.ofSystem(
                                System.getProperty("os.name"), System.getenv().getOrDefault("PATH", ""))
                        : Optional.empty());
    }

    /** A line and a spoken sentence for each phase; where there is no voice, the terminal's bell rings with the line. */
    private static RecordingListener said(RecordOptions options, Voice voice, Console console) {
        String bell = options.playSounds() && console.interactive() && !voice.speaks() ? "\u0007" : "";
        return new RecordingListener() {
            @Override
            public void phase(String sentence) {
                console.err(bell + sentence);
                voice.say(sentence);
            }

            @Override
            public void line(String line) {
                console.err(line);
            }
        };
    }

    /** What the session tells goes to the screen and to the recording. */
    private static final class Heard implements SessionListener {
        private final SessionListener shown;
        volatile @Nullable Recording recording;

        Heard(SessionListener shown) {
            this.shown = shown;
        }

        @Override
        public void event(SessionEvent event) {
            shown.event(event);
            Recording running = recording;
            if (running != null) {
                running.event(event);
            }
        }
    }
}
