/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.api.time.Clock;
import dev.tendon.plugins.Follower;
import dev.tendon.plugins.HostReport;
import dev.tendon.plugins.HostReport.Difference;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Generations;
import dev.tendon.plugins.store.Lease;
import dev.tendon.plugins.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the store and applies what is new. Thread: any; one generation is applied at a time, in {@code
 * tendon-plugins-follower} or in the caller of {@link #checkNow}.
 */
final class DefaultFollower implements Follower {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultFollower.class);
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final long JOIN_MS = 15_000;

    private final BundleContext context;
    private final StoreLayout layout;
    private final Generations generations;
    private final String hostName;
    private final Consumer<String> announce;
    private final Clock clock;
    private final Path reportFile;
    private final @Nullable Lease lease;
    private final Thread thread;

    /** Held while a generation is applied, listeners included: exchanges must not overlap. */
    private final ReentrantLock applying = new ReentrantLock();

    private volatile HostReport report;
    private volatile boolean closed;
    private String lastProblem = "";

    /**
     * Follows from the generation that this host was started with.
     *
     * @param number counts the followers of this process, from 1
     */
    DefaultFollower(
            BundleContext context,
            DefaultPluginStore store,
            int number,
            String hostName,
            Consumer<String> announce,
            Clock clock) {
        this.context = context;
        this.layout = store.layout();
        this.generations = store.generations();
        this.hostName = hostName;
        this.announce = announce;
        this.clock = clock;
        long pid = ProcessHandle.current().pid();
        reportFile = layout.hosts().resolve(number == 1 ? Long.toString(pid) : pid + "-" + number);
        report = new HostReport(pid, hostName, bootedWith(), List.of(), atBoot());
        lease = lease(number);
        holdJars();
        publish();
        thread = new Thread(this::poll, "tendon-plugins-follower");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private long bootedWith() {
        String property = context.getProperty("tendon.generation");
        return property == null ? 0 : Long.parseLong(property);
    }

    /** What the launcher could not take. */
    private List<Difference> atBoot() {
        List<Difference> differences = new ArrayList<>();
        var unresolved = Unresolved.of(context);
        if (unresolved.isEmpty()) {
            return differences;
        }
        try {
            for (Generation.Plugin plugin : generations.read().plugins()) {
                String reason = unresolved.get(plugin.sha256());
                if (reason != null) {
                    differences.add(new Difference(
                            plugin.symbolicName(),
                            plugin.version().toString(),
                            runningVersion(plugin.symbolicName()),
                            "it does not resolve here: " + reason));
                }
            }
        } catch (IOException e) {
            LOG.warn("The plugin store cannot be read: {}", e.getMessage());
        }
        return differences;
    }

    private String runningVersion(String symbolicName) {
        for (Bundle bundle : context.getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())) {
                return bundle.getVersion().toString();
            }
        }
        return "";
    }

    private @Nullable Lease lease(int number) {
        try {
            return Lease.take(layout, "follower" + number);
        } catch (IOException e) {
            LOG.warn(
                    "This host cannot report in {} ({}); tendon plugins list will not show it",
                    layout.hosts(),
                    e.toString());
            return null;
        }
    }

    private void poll() {
        try {
            while (!closed) {
                try {
                    checkNow();
                    lastProblem = "";
                } catch (IOException | RuntimeException e) {
                    warnOnce(e);
                }
                clock.sleepUntil(clock.nanoTime() + PERIOD.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void warnOnce(Exception problem) {
        String text = String.valueOf(problem.getMessage());
        if (!text.equals(lastProblem)) {
            lastProblem = text;
            LOG.warn("The plugin store cannot be followed; this host goes on as it is", problem);
        }
    }

    @Override
    public boolean checkNow() throws IOException, InterruptedException {
        applying.lockInterruptibly();
        try {
            if (closed || generations.number() == report.generation()) {
                return false;
            }
            Generation generation = generations.read();
            if (generation.number() == report.generation()) {
                return false;
            }
            apply(generation);
            return true;
        } finally {
            applying.unlock();
        }
    }

    private void apply(Generation generation) throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        Consumer<String> say = line -> {
            said.add(line);
            announce.accept(line);
        };
        Applier applier = new Applier(context, layout, Baseline.of(context, layout), say);
        List<Difference> differences = applier.apply(generation, report.differences());
        report = new HostReport(report.pid(), hostName, generation.number(), said, differences);
        holdJars();
        publish();
    }

    /** Keeps the store from collecting the jars that this host runs. */
    private void holdJars() {
        TreeSet<String> used = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            Optional<Path> jar = Baseline.jar(bundle);
            if (jar.isPresent() && jar.get().startsWith(layout.jars())) {
                used.add(Unresolved.sha256(jar.get()));
            }
        }
        if (lease != null) {
            try {
                lease.narrow(used);
            } catch (IOException e) {
                LOG.warn("This host cannot say which jars it uses: {}", e.toString());
            }
        }
    }

    private void publish() {
        if (lease != null) {
            try {
                HostReports.write(reportFile, report);
            } catch (IOException e) {
                LOG.warn("This host cannot report: {}", e.toString());
            }
        }
    }

    @Override
    public HostReport report() {
        return report;
    }

    @Override
    public void close() {
        closed = true;
        if (Thread.currentThread() != thread) {
            boolean idle = applying.tryLock();
            if (idle) {
                thread.interrupt();
                applying.unlock();
            }
            join();
        }
        try {
            Files.deleteIfExists(reportFile);
        } catch (IOException e) {
            LOG.debug("The report stays until the next change collects it", e);
        }
        if (lease != null) {
            lease.close();
        }
    }

    private void join() {
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
