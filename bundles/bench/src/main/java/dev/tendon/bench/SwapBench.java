/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.Plugins;
import dev.tendon.runtime.Drive;
import dev.tendon.runtime.Sessions;
import dev.tendon.shell.Console;
import dev.tendon.shell.Live;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbGroup;
import dev.tendon.shell.VerbName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code tendon bench swap}: versions of {@code policies/hold}, made by rewriting its Bundle-Version, go one after the other through a
 * store of their own into this running host, each by {@code tendon plugins update} in a process of its own, as a user does it; then versions of the driver, under an arm that plays a recording. A missed tick is one
 * that starts later than a whole period; a bare timer loop runs beside, and its missed ticks are told, too.
 */
@Component(service = Verb.class)
@VerbName("bench swap")
@VerbGroup("Measuring")
public final class SwapBench implements Verb<SwapOptions> {
    private static final String POLICY = "dev.tendon.policy.hold";
    private static final String DRIVER = "dev.tendon.robot.so101";
    private static final double FAST_HZ = 1000;
    private static final Duration COLLECTION_LIMIT = Duration.ofSeconds(10);

    private final Rig rig;
    private final Plugins plugins;
    private final BundleContext framework; // the class loaders of replaced bundles are what is measured
    private final Clock clock = new SystemClock();

    @Activate
    public SwapBench(@Reference Sessions sessions, @Reference Plugins plugins, BundleContext framework) {
        rig = new Rig(sessions);
        this.plugins = plugins;
        this.framework = framework;
    }

    @Override
    public int run(SwapOptions options, Console console) throws DeviceException, InterruptedException, IOException {
        ReplacedLoaders loaders = new ReplacedLoaders(clock);
        SwapFigures.Part policy;
        SwapFigures.Part driver;
        SwapFigures.Part fast;
        try (Live live = console.live();
                SwapRun run = new SwapRun(framework, plugins, loaders, clock, live)) {
            policy = run.replace(
                    POLICY,
                    options.swaps(),
                    settings -> rig.open(options.robot(), Map.of(), Rig.holding(), settings),
                    options.fps());
            driver = run.replace(
                    DRIVER,
                    options.driver(),
                    settings -> rig.open(options.robot(), Map.of("use_degrees", false), playing(), settings),
                    options.fps());
            fast = run.replace(
                    POLICY,
                    options.fast(),
                    settings -> rig.open(options.robot(), Map.of(), Rig.holding(), settings),
                    FAST_HZ);
        }
        SwapFigures figures = new SwapFigures(options.fps(), policy, driver, fast, loaders.leaked(COLLECTION_LIMIT));
        console.json(figures.json());
        figures.lines().forEach(console::out);
        return figures.complete() ? DONE : FAILED;
    }

    /** The recording that comes with the distribution, over and over. */
    private Drive playing() {
        Path recording = Path.of(framework.getProperty("tendon.distribution"), "recordings", "so101-reach");
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("dataset_root", recording.toString());
        options.put("repeat", true);
        return new Drive.ByTeleoperator(new Chosen<>("playback", options));
    }
}
