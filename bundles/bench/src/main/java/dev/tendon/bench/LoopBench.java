/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.runtime.Sessions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code tendon bench loop}: our loop, driving a simulated arm over the wire by the {@code hold} policy, and a bare timer loop
 * in turn, so that what else the machine does weighs on both alike.
 */
@Component(service = Verb.class)
@VerbName("bench loop")
@VerbGroup("Measuring")
public final class LoopBench implements Verb<LoopOptions> {
    private static final int GARBAGE_MB_PER_S = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final Rig rig;
    private final Clock clock = new SystemClock();

    @Activate
    public LoopBench(@Reference Sessions sessions) {
        rig = new Rig(sessions);
    }

    @Override
    public int run(LoopOptions options, Console console) throws DeviceException, InterruptedException {
        Duration length = Duration.ofNanos(Math.round(options.lengthS() * 1e9));
        // Classes are loaded and compiled before the first figure.
        rig.hold(options.robot(), options.fps(), WARM_UP);
        List<LoopRound> rounds = new ArrayList<>();
        long pauseMs;
        try (Live live = console.live();
                GcPauses pauses = new GcPauses();
                GarbageLoad load = new GarbageLoad(clock, GARBAGE_MB_PER_S)) {
            if (options.load()) {
                load.start();
            }
            for (int i = 1; i <= options.rounds(); i++) {
                live.progress("A bare timer loop, then tendon's", 2L * i - 2, 2L * options.rounds());
                Histogram bare = new BareLoop(clock, options.fps()).run(length);
                live.progress("A bare timer loop, then tendon's", 2L * i - 1, 2L * options.rounds());
                rounds.add(LoopRound.of(bare, rig.hold(options.robot(), options.fps(), length)));
            }
            pauseMs = pauses.longestMs();
        }
        LoopFigures figures = LoopFigures.of(rounds, pauseMs);
        console.json(figures.json(options));
        figures.lines(options).forEach(console::out);
        return DONE;
    }
}
