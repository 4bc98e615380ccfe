/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.api.time.Clock;
import dev.tendon.api.time.SystemClock;
import dev.tendon.plugins.Follower;
import dev.tendon.plugins.HostReport;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.Plugins;
import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The service. It installs bundles, so it is the one place beside the runtime that holds the framework's context. */
@Component
public final class DefaultPlugins implements Plugins {
    private static final Duration TRIAL_LIMIT = Duration.ofSeconds(30);

    private final BundleContext system;
    private final Clock clock;
    private final Duration trialLimit;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final AtomicInteger followed = new AtomicInteger();

    @Activate
    public DefaultPlugins(BundleContext context) {
        this(context, new SystemClock(), TRIAL_LIMIT);
    }

    DefaultPlugins(BundleContext context, Clock clock, Duration trialLimit) {
        // bundles that are installed, and services that are taken, must outlive an exchange of this bundle
        this.system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
        this.clock = clock;
        this.trialLimit = trialLimit;
    }

    @Override
    public PluginStore store(Path home) throws IOException {
        DefaultPluginStore store =
                new DefaultPluginStore(system, StoreLayout.of(home), new DurableFiles(), trialLimit, clock);
        store.generations().read();
        return store;
    }

    @Override
    public PluginStore store() throws IOException {
        String home = system.getProperty("tendon.home");
        return store(home == null ? Path.of(System.getProperty("user.home"), ".tendon") : Path.of(home));
    }

    @Override
    public Follower follow(PluginStore store, String hostName, Consumer<String> announce) {
        DefaultFollower follower =
                new DefaultFollower(system, ours(store), followed.incrementAndGet(), hostName, announce, clock);
        followers.add(follower);
        follower.start();
        return follower;
    }

    @Override
    public List<HostReport> hosts(PluginStore store) {
        return List.copyOf(HostReports.read(ours(store).layout()));
    }

    private static DefaultPluginStore ours(PluginStore store) {
        if (store instanceof DefaultPluginStore ours) {
            return ours;
        }
        throw new IllegalArgumentException("a store comes from Plugins.store, not from " + store.getClass());
    }

    @Deactivate
    void close() {
        followers.forEach(Follower::close);
    }
}
