/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.runtime.SessionDisplays;
import dev.tendon.runtime.Sessions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import dev.tendon.sim.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code tendon bench teleop}: a simulated leader drives a simulated follower over wires that take their time, in memory and through
 * pseudo-terminals, with and without cameras and the live view. How long ticks take is held against the time that their bytes and the
 * servos' return delays need on the wires, which no loop that asks and waits can go below.
 */
@Component(service = Verb.class)
@VerbName("bench teleop")
@VerbGroup("Measuring")
public final class TeleopBench implements Verb<TeleopOptions> {
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final Rig rig;
    private final Simulator simulator;
    private final Optional<SessionDisplays> displays;
    private final Clock clock = new SystemClock();

    @Activate
    public TeleopBench(
            @Reference Sessions sessions,
            @Reference Simulator simulator,
            @Reference Optional<SessionDisplays> displays) {
        this.displays = displays;
        rig = new Rig(sessions);
        this.simulator = simulator;
    }

    @Override
    public int run(TeleopOptions options, Console console) throws DeviceException, InterruptedException {
        TeleopRun run = new TeleopRun(rig, simulator, displays.map(found -> new LiveViewing(found, clock)), clock);
        List<TeleopSetUp> setUps = TeleopSetUp.of(options);
        List<TeleopFigures.Part> parts = new ArrayList<>();
        Duration length = Duration.ofNanos(Math.round(options.lengthS() * 1e9));
        try (Live live = console.live()) {
            live.progress("Warming up", 0, setUps.size());
            // Classes are loaded and compiled before the first figure.
            run.run(new TeleopSetUp(options.pty(), 200, false), options, WARM_UP);
            run.run(new TeleopSetUp(false, 200, false), options, WARM_UP);
            for (TeleopSetUp setUp : setUps) {
                live.progress(setUp.key(), parts.size(), setUps.size());
                parts.add(run.run(setUp, options, length));
            }
        }
        TeleopFigures figures = new TeleopFigures(parts);
        console.json(figures.json(options));
        figures.lines(options).forEach(console::out);
        return DONE;
    }
}
