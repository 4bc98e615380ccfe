/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.api.time.Clock;
import dev.tendon.plugins.Change;
import dev.tendon.plugins.Change.Item;
import dev.tendon.plugins.HostReport;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.PluginInfo;
import dev.tendon.plugins.PluginStore;
import dev.tendon.plugins.TrialBody;
import dev.tendon.plugins.internal.Staging.StagedJar;
import dev.tendon.plugins.store.ActiveJar;
import dev.tendon.plugins.store.BundleJar;
import dev.tendon.plugins.store.Garbage;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Generations;
import dev.tendon.plugins.store.Overlay;
import dev.tendon.plugins.store.StoreFiles;
import dev.tendon.plugins.store.StoreLayout;
import dev.tendon.plugins.store.StoreLock;
import dev.tendon.plugins.trust.internal.FolderTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;

/** The store of one home folder, as a host with a framework sees it. Thread: any. */
final class DefaultPluginStore implements PluginStore {
    private static final Duration LOCK_WAIT = Duration.ofSeconds(10);
    private static final Duration LOCK_POLL = Duration.ofMillis(50);
    private static final Duration REPORT_POLL = Duration.ofMillis(25);

    private final BundleContext context;
    private final StoreLayout layout;
    private final StoreFiles files;
    private final Generations generations;
    private final Garbage garbage;
    private final TrialRunner trials;
    private final FolderTrust trust;
    private final Clock clock;

    DefaultPluginStore(BundleContext context, StoreLayout layout, StoreFiles files, Duration trialLimit, Clock clock) {
        this.context = context;
        this.layout = layout;
        this.files = files;
        this.clock = clock;
        generations = new Generations(layout, files);
        garbage = new Garbage(layout, files);
        trials = new TrialRunner(context, trialLimit);
        trust = new FolderTrust(home(layout));
    }

    private static Path home(StoreLayout layout) {
        Path home = layout.root().getParent();
        if (home == null) {
            throw new IllegalArgumentException(layout.root() + " is no folder of a home folder");
        }
        return home;
    }

    StoreLayout layout() {
        return layout;
    }

    Generations generations() {
        return generations;
    }

    @FunctionalInterface
    private interface Wish {
        Plan plan(Planner planner, Staging staging) throws PluginException, IOException;
    }

    @Override
    public Change install(List<Path> jarsOrFolders, InstallOptions options)
            throws PluginException, IOException, InterruptedException {
        return change(
                "plugins install",
                (planner, staging) -> planner.install(signed(staging.take(jarsOrFolders), planner, options), options));
    }

    @Override
    public Change update(List<Path> jarsOrFolders, InstallOptions options)
            throws PluginException, IOException, InterruptedException {
        return change(
                "plugins update",
                (planner, staging) -> planner.update(signed(staging.take(jarsOrFolders), planner, options), options));
    }

    /** The copies are checked, not the originals: what was looked at is what is taken. */
    private List<StagedJar> signed(List<StagedJar> jars, Planner planner, InstallOptions options)
            throws PluginException, IOException {
        if (options.requireSigned() || trust.required()) {
            for (StagedJar jar : jars) {
                String signer = trust.signer(jar.bundle().path(), jar.fileName());
                planner.note(
                        jar.bundle().symbolicName() + " " + jar.bundle().version() + " is signed by " + signer + ".");
            }
        }
        return jars;
    }

    @Override
    public Change uninstall(String symbolicName) throws PluginException, IOException, InterruptedException {
        return change("plugins uninstall", (planner, staging) -> planner.uninstall(symbolicName));
    }

    @Override
    public Change enable(String symbolicName) throws PluginException, IOException, InterruptedException {
        return change("plugins enable", (planner, staging) -> planner.enable(symbolicName));
    }

    @Override
    public Change disable(String symbolicName) throws PluginException, IOException, InterruptedException {
        return change("plugins disable", (planner, staging) -> planner.disable(symbolicName));
    }

    @SuppressWarnings("try") // the lock is held, not used
    private Change change(String holder, Wish wish) throws PluginException, IOException, InterruptedException {
        try (StoreLock lock = acquire(holder)) {
            Generation old = generations.read();
            garbage.collect(old);
            Baseline baseline = Baseline.of(context, layout);
            Staging staging = new Staging(layout, files);
            try {
                Plan plan = wish.plan(new Planner(baseline, old), staging);
                return plan.items().isEmpty()
                        ? new Change(old.number(), List.of(), plan.notes())
                        : commit(plan, old, baseline, staging);
            } finally {
                staging.discard();
            }
        }
    }

    private Change commit(Plan plan, Generation old, Baseline baseline, Staging staging)
            throws PluginException, IOException, InterruptedException {
        List<ActiveJar> before = Overlay.of(baseline.bundles(), old, layout);
        List<ActiveJar> after = plan.active(baseline, layout);
        Trial.Verdict verdict = trials.run(baseline, before, after, plan.changed());
        List<Item> items = new ArrayList<>();
        for (Item item : plan.items()) {
            items.add(withObstacle(item, before, after, verdict.obstacles()));
        }
        staging.keep(plan.staged());
        generations.commit(plan.next());
        garbage.collect(plan.next());
        return new Change(plan.next().number(), items, plan.notes());
    }

    private static Item withObstacle(
            Item item, List<ActiveJar> before, List<ActiveJar> after, Map<String, String> wiring) throws IOException {
        Optional<ActiveJar> old = find(before, item.symbolicName());
        Optional<ActiveJar> next = find(after, item.symbolicName());
        Optional<String> obstacle = Optional.empty();
        if (old.isPresent()) {
            obstacle = HotSwap.obstacle(BundleJar.read(old.get().jar()));
        }
        if (obstacle.isEmpty() && next.isPresent()) {
            BundleJar jar = BundleJar.read(next.get().jar());
            if (old.isPresent() || jar.fragment()) {
                obstacle = HotSwap.obstacle(jar);
            }
        }
        if (obstacle.isEmpty() && old.isPresent()) {
            obstacle = Optional.ofNullable(wiring.get(item.symbolicName()));
        }
        return new Item(item.action(), item.symbolicName(), item.from(), item.to(), obstacle.orElse(""));
    }

    private static Optional<ActiveJar> find(List<ActiveJar> jars, String symbolicName) {
        return jars.stream()
                .filter(jar -> jar.symbolicName().equals(symbolicName))
                .findFirst();
    }

    private StoreLock acquire(String holder) throws PluginException, IOException, InterruptedException {
        long deadlineNs = clock.nanoTime() + LOCK_WAIT.toNanos();
        while (true) {
            Optional<StoreLock> lock = StoreLock.tryAcquire(layout, holder);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (clock.nanoTime() >= deadlineNs) {
                throw new PluginException(
                        Kind.REFUSED,
                        "The plugin store is being changed by " + StoreLock.holder(layout)
                                + ". Try again when that is done.");
            }
            clock.sleepUntil(clock.nanoTime() + LOCK_POLL.toNanos());
        }
    }

    @Override
    public List<PluginInfo> list() throws IOException {
        return new Listing(context, layout).of(Baseline.of(context, layout), generations.read());
    }

    @Override
    public <T> T inTrial(List<Path> jarsOrFolders, Duration limit, TrialBody<T> body)
            throws PluginException, IOException, InterruptedException {
        Baseline baseline = Baseline.of(context, layout);
        List<ActiveJar> tried = new ArrayList<>();
        for (BundleJar jar : Staging.bundlesAt(jarsOrFolders)) {
            tried.add(
                    new ActiveJar(jar.symbolicName(), jar.version(), jar.path().toAbsolutePath(), true));
        }
        Set<String> names = new LinkedHashSet<>();
        tried.forEach(jar -> names.add(jar.symbolicName()));
        List<ActiveJar> active = new ArrayList<>(Overlay.of(baseline.bundles(), generations.read(), layout));
        active.removeIf(jar -> names.contains(jar.symbolicName()));
        active.addAll(tried);
        return trials.run(baseline, active, names, limit, body);
    }

    @Override
    public long generation() throws IOException {
        return generations.number();
    }

    @Override
    public List<HostReport> awaitHosts(Duration limit) throws IOException, InterruptedException {
        long wanted = generations.number();
        long deadlineNs = clock.nanoTime() + limit.toNanos();
        while (true) {
            Map<Long, HostReport> reports = new TreeMap<>();
            HostReports.read(layout).forEach(report -> reports.put(report.pid(), report));
            boolean all = reports.values().stream().allMatch(report -> report.generation() >= wanted);
            if (all || clock.nanoTime() >= deadlineNs) {
                return List.copyOf(reports.values());
            }
            clock.sleepUntil(clock.nanoTime() + REPORT_POLL.toNanos());
        }
    }
}
