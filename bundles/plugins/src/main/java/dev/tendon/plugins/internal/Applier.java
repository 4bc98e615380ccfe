/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.api.swap.SwapRefusedException;
import dev.tendon.plugins.HostReport.Difference;
import dev.tendon.plugins.diagnosis.Missing;
import dev.tendon.plugins.store.ActiveJar;
import dev.tendon.plugins.store.BundleJar;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Overlay;
import dev.tendon.plugins.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Makes the running framework what a generation wants, bundle by bundle: what cannot be taken stays as it is and is
 * reported as a difference. Thread: one at a time.
 */
final class Applier {
    private static final String NEXT_START = "it is taken at the next start, because ";

    private final BundleContext context;
    private final StoreLayout layout;
    private final Baseline baseline;
    private final Exchange exchange;
    private final Consumer<String> announce;

    Applier(BundleContext context, StoreLayout layout, Baseline baseline, Consumer<String> announce) {
        this.context = context;
        this.layout = layout;
        this.baseline = baseline;
        this.announce = announce;
        exchange = new Exchange(context);
    }

    /**
     * What a symbolic name is to become.
     *
     * @param wanted the jar to run; null: none
     * @param running the bundle that runs; null: none
     */
    private record Step(String symbolicName, @Nullable ActiveJar wanted, @Nullable Bundle running) {
        String wantedVersion() {
            return wanted == null ? "" : wanted.version().toString();
        }

        String runningVersion() {
            return running == null ? "" : running.getVersion().toString();
        }
    }

    /**
     * Applies a generation.
     *
     * @param known differences that were announced before; they are tried again, but not announced again
     * @return where this host differs from the generation now
     */
    List<Difference> apply(Generation generation, List<Difference> known) throws InterruptedException {
        List<Difference> differences = new ArrayList<>();
        Consumer<Difference> differ = difference -> {
            differences.add(difference);
            if (known.stream().noneMatch(other -> sameWish(other, difference))) {
                announce.accept(words(difference));
            }
        };
        Map<Step, Bundle> installed = install(steps(generation, differ), differ);
        resolve(installed, differ);
        for (Map.Entry<Step, Bundle> entry : installed.entrySet()) {
            if (entry.getKey().running() == null) {
                add(entry.getKey(), entry.getValue(), differ);
            }
        }
        for (Map.Entry<Step, Bundle> entry : installed.entrySet()) {
            if (entry.getKey().running() != null) {
                replace(entry.getKey(), entry.getKey().running(), entry.getValue(), differ);
            }
        }
        return differences;
    }

    private static boolean sameWish(Difference a, Difference b) {
        return a.symbolicName().equals(b.symbolicName())
                && a.wanted().equals(b.wanted())
                && a.why().equals(b.why());
    }

    private static String words(Difference difference) {
        String name = difference.symbolicName();
        if (difference.wanted().isEmpty()) {
            return name + " " + difference.running() + " stays in use: " + difference.why();
        }
        if (difference.why().startsWith(NEXT_START) && !difference.running().isEmpty()) {
            return name + " stays at " + difference.running() + " for now; " + difference.wanted() + ": "
                    + difference.why();
        }
        return difference.running().isEmpty()
                ? name + " " + difference.wanted() + " is not taken: " + difference.why()
                : name + " stays at " + difference.running() + ", " + difference.wanted() + " is not taken: "
                        + difference.why();
    }

    // what is to be done

    private List<Step> steps(Generation generation, Consumer<Difference> differ) throws InterruptedException {
        Map<String, List<ActiveJar>> wanted = new TreeMap<>();
        for (ActiveJar jar : Overlay.of(baseline.bundles(), generation, layout)) {
            wanted.computeIfAbsent(jar.symbolicName(), key -> new ArrayList<>()).add(jar);
        }
        Map<String, List<Bundle>> running = running();
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(running.keySet());
        List<Step> steps = new ArrayList<>();
        for (String name : names) {
            List<ActiveJar> jars = wanted.getOrDefault(name, List.of());
            List<Bundle> bundles = running.getOrDefault(name, List.of());
            if (!paths(jars).equals(pathsOf(bundles))) {
                step(name, jars, bundles, differ).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private static Set<Path> paths(List<ActiveJar> jars) {
        Set<Path> paths = new HashSet<>();
        jars.forEach(jar -> paths.add(jar.jar().toAbsolutePath().normalize()));
        return paths;
    }

    private static Set<Path> pathsOf(List<Bundle> bundles) {
        Set<Path> paths = new HashSet<>();
        bundles.forEach(bundle -> Baseline.jar(bundle).ifPresent(paths::add));
        return paths;
    }

    /** The bundles that come from the distribution or the store, by symbolic name. */
    private Map<String, List<Bundle>> running() {
        Set<Path> distribution = new HashSet<>();
        baseline.bundles()
                .forEach(bundle ->
                        distribution.add(bundle.path().toAbsolutePath().normalize()));
        Map<String, List<Bundle>> running = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            Optional<Path> jar = Baseline.jar(bundle);
            if (jar.isPresent()
                    && (distribution.contains(jar.get()) || jar.get().startsWith(layout.jars()))) {
                running.computeIfAbsent(bundle.getSymbolicName(), key -> new ArrayList<>())
                        .add(bundle);
            }
        }
        return running;
    }

    /** One step for a symbolic name; what is merely removed is removed at once. */
    private Optional<Step> step(String name, List<ActiveJar> jars, List<Bundle> bundles, Consumer<Difference> differ)
            throws InterruptedException {
        ActiveJar jar = jars.isEmpty() ? null : jars.get(jars.size() - 1);
        Bundle bundle = bundles.isEmpty() ? null : bundles.get(bundles.size() - 1);
        Step step = new Step(name, jar, bundle);
        Optional<String> obstacle = obstacle(step);
        if (obstacle.isPresent()) {
            differ.accept(difference(step, NEXT_START + obstacle.get()));
            return Optional.empty();
        }
        if (jar == null && bundle != null) {
            remove(step, bundle);
            return Optional.empty();
        }
        return Optional.of(step);
    }

    private static Optional<String> obstacle(Step step) {
        try {
            Bundle running = step.running();
            if (running != null) {
                Optional<String> obstacle = HotSwap.obstacle(running);
                Optional<Path> jar = Baseline.jar(running);
                if (obstacle.isEmpty() && jar.isPresent()) {
                    obstacle = HotSwap.obstacle(BundleJar.read(jar.get()));
                }
                if (obstacle.isPresent()) {
                    return obstacle;
                }
            }
            ActiveJar wanted = step.wanted();
            if (wanted != null) {
                BundleJar jar = BundleJar.read(wanted.jar());
                if (running != null || jar.fragment()) {
                    return HotSwap.obstacle(jar);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("its jar cannot be read: " + Words.cause(e));
        }
    }

    private static Difference difference(Step step, String why) {
        return new Difference(step.symbolicName(), step.wantedVersion(), step.runningVersion(), why);
    }

    // doing it

    private Map<Step, Bundle> install(List<Step> steps, Consumer<Difference> differ) {
        Map<Step, Bundle> installed = new LinkedHashMap<>();
        for (Step step : steps) {
            ActiveJar wanted = step.wanted();
            if (wanted != null) {
                try {
                    installed.put(step, context.installBundle(wanted.location()));
                } catch (BundleException e) {
                    differ.accept(difference(step, "it cannot be installed: " + Words.cause(e)));
                }
            }
        }
        return installed;
    }

    private void resolve(Map<Step, Bundle> installed, Consumer<Difference> differ) throws InterruptedException {
        if (installed.isEmpty()) {
            return;
        }
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        if (wiring.resolveBundles(installed.values())) {
            return;
        }
        for (Map.Entry<Step, Bundle> entry : List.copyOf(installed.entrySet())) {
            Bundle bundle = entry.getValue();
            if (bundle.getState() == Bundle.INSTALLED) {
                String missing = Missing.of(bundle, context, "its needs contradict each other");
                installed.remove(entry.getKey());
                discard(bundle);
                differ.accept(difference(entry.getKey(), "it does not resolve here: " + missing));
            }
        }
    }

    private void add(Step step, Bundle bundle, Consumer<Difference> differ) throws InterruptedException {
        if (start(step, bundle, true, differ)) {
            announce.accept(step.symbolicName() + " " + step.wantedVersion() + ": installed and started");
        }
    }

    private void replace(Step step, Bundle old, Bundle bundle, Consumer<Difference> differ)
            throws InterruptedException {
        boolean wasActive = old.getState() == Bundle.ACTIVE || old.getState() == Bundle.STARTING;
        if (!start(step, bundle, wasActive, differ)) {
            return;
        }
        List<String> said;
        try {
            said = exchange.run(old, bundle);
        } catch (SwapRefusedException e) {
            discard(bundle);
            differ.accept(difference(step, String.valueOf(e.getMessage())));
            return;
        }
        String change = step.symbolicName() + " " + old.getVersion() + " → " + bundle.getVersion();
        String leftOver = discard(old);
        announce.accept(change + ": exchanged while running" + (said.isEmpty() ? "" : "; " + String.join("; ", said))
                + leftOver);
    }

    private boolean start(Step step, Bundle bundle, boolean active, Consumer<Difference> differ)
            throws InterruptedException {
        ActiveJar wanted = step.wanted();
        if (wanted == null || !active || (step.running() == null && !baseline.starts(wanted))) {
            return true;
        }
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return true;
        } catch (BundleException | RuntimeException | LinkageError e) {
            discard(bundle);
            differ.accept(difference(step, "it fails to start: " + Words.cause(e)));
            return false;
        }
    }

    private void remove(Step step, Bundle bundle) throws InterruptedException {
        String line = step.symbolicName() + " " + step.runningVersion() + ": stopped and removed";
        announce.accept(line + discard(bundle));
    }

    /** Uninstalls a bundle and frees its classes. Says what went wrong, as the rest of a sentence. */
    private String discard(Bundle bundle) throws InterruptedException {
        try {
            bundle.uninstall();
        } catch (BundleException | RuntimeException e) {
            return "; its end was not clean: " + Words.cause(e);
        }
        return Refresh.of(context, List.of(bundle)) ? "" : "; its classes are not freed yet";
    }
}
