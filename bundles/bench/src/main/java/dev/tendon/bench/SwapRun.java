/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.time.Clock;
import dev.tendon.plugins.Follower;
import dev.tendon.plugins.Plugins;
import dev.tendon.runtime.LoopSettings;
import dev.tendon.runtime.Session;
import dev.tendon.runtime.SessionReport;
import dev.tendon.shell.Live;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** A store in a temporary home, this framework following it, and versions of bundles that go through both. Thread: its creator's. */
final class SwapRun implements AutoCloseable {
    /** Opens a session to replace something under. */
    interface Opener {
        Session open(LoopSettings settings) throws DeviceException, InterruptedException;
    }

    private final BundleContext framework;
    private final ReplacedLoaders loaders;
    private final Live live;
    private final Path home;
    private final Updater updater;
    private final Follower follower;
    private final Clock clock;
    private int revisions;

    SwapRun(BundleContext framework, Plugins plugins, ReplacedLoaders loaders, Clock clock, Live live)
            throws IOException {
        this.clock = clock;
        this.framework = framework;
        this.loaders = loaders;
        this.live = live;
        home = Files.createTempDirectory("tendon-bench-swap");
        updater = new Updater(Path.of(framework.getProperty("tendon.distribution")), home);
        follower = plugins.follow(plugins.store(home), "bench swap", announcement -> {});
    }

    /** Replaces {@code symbolicName} {@code times} times while a session runs. */
    SwapFigures.Part replace(String symbolicName, int times, Opener opener, double fps)
            throws DeviceException, InterruptedException, IOException {
        LoopSettings settings = new LoopSettings(fps, LoopSettings.DEFAULT_WATCHDOG, false, Optional.empty());
        try (Session session = opener.open(settings);
                BareLoop.Beside bare = new BareLoop(clock, fps).beside()) {
            FutureTask<SessionReport> run = new FutureTask<>(session::run);
            Thread thread = new Thread(run, "tendon-bench-session");
            thread.start();
            for (int i = 1; i <= times && !run.isDone(); i++) {
                live.progress(String.format(Locale.ROOT, "Replacing %s at %.0f Hz", symbolicName, fps), i - 1, times);
                replaceOnce(symbolicName);
            }
            session.stop();
            return new SwapFigures.Part(times, run.get(), bare.stop());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The session failed while " + symbolicName + " was replaced", e.getCause());
        }
    }

    private void replaceOnce(String symbolicName) throws IOException, InterruptedException {
        Bundle old = newest(symbolicName);
        Path revised = home.resolve(symbolicName + "-" + ++revisions + ".jar");
        RevisedJar.write(jar(old), revised, String.format(Locale.ROOT, "r%06d", revisions));
        loaders.add(old.adapt(BundleWiring.class).getClassLoader());
        updater.update(revised);
        follower.checkNow();
        Files.delete(revised);
    }

    private Bundle newest(String symbolicName) {
        return Arrays.stream(framework.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .max(Comparator.comparing(Bundle::getVersion))
                .orElseThrow(() -> new IllegalStateException(symbolicName + " is not installed in this host"));
    }

    private static Path jar(Bundle bundle) {
        String location = bundle.getLocation();
        int uri = location.indexOf("file:");
        return Path.of(URI.create(location.substring(uri).replaceAll("[?#].*", "")));
    }

    @Override
    public void close() throws IOException {
        follower.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(SwapRun::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
