/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.api.device.DeviceException;
import dev.tendon.plugins.Follower;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginStore;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    private final PluginStore store;
    private final Follower follower;
    private final List<String> announced = new ArrayList<>();
    private int revisions;

    SwapRun(BundleContext framework, Plugins plugins, ReplacedLoaders loaders, Live live) throws IOException {
        this.framework = framework;
        this.loaders = loaders;
        this.live = live;
        home = Files.createTempDirectory("tendon-bench-swap");
        store = plugins.store(home);
        follower = plugins.follow(store, "bench swap", announced::add);
    }

    /** Replaces {@code symbolicName} {@code times} times while a session runs. */
    SwapFigures.Part replace(String symbolicName, int times, Opener opener, double fps)
            throws DeviceException, InterruptedException, IOException, PluginException {
        LoopSettings settings = new LoopSettings(fps, LoopSettings.DEFAULT_WATCHDOG, false, Optional.empty());
        try (Session session = opener.open(settings)) {
            FutureTask<SessionReport> run = new FutureTask<>(session::run);
            Thread thread = new Thread(run, "tendon-bench-session");
            thread.start();
            for (int i = 1; i <= times && !run.isDone(); i++) {
                live.progress(String.format(Locale.ROOT, "Replacing %s at %.0f Hz", symbolicName, fps), i - 1, times);
                replaceOnce(symbolicName);
            }
            session.stop();
            return new SwapFigures.Part(times, run.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The session failed while " + symbolicName + " was replaced", e.getCause());
        }
    }

    private void replaceOnce(String symbolicName) throws IOException, PluginException, InterruptedException {
        Bundle old = newest(symbolicName);
        Path revised = home.resolve(symbolicName + "-" + ++revisions + ".jar");
        RevisedJar.write(jar(old), revised, String.format(Locale.ROOT, "r%06d", revisions));
        loaders.add(old.adapt(BundleWiring.class).getClassLoader());
        store.update(List.of(revised), InstallOptions.DEFAULT);
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
