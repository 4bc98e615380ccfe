/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.diagnosis.ComponentProblems;
import dev.tendon.plugins.diagnosis.Missing;
import dev.tendon.plugins.store.ActiveJar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.FrameworkWiring;

/** One try of a set of bundles in a framework that is thrown away afterwards. Thread: its creator's. */
final class Trial {
    private final Framework framework;
    private final Baseline baseline;
    private final Map<ActiveJar, Bundle> bundles = new LinkedHashMap<>();

    private Trial(Framework framework, Baseline baseline) {
        this.framework = framework;
        this.baseline = baseline;
    }

    /** What the trial found out about bundles that are fit. */
    record Verdict(Map<String, String> obstacles) {}

    /**
     * Resolves and starts everything as a host would, and creates the choices of what changed.
     *
     * @param changed symbolic names of bundles that are new or have another version
     * @param tolerated symbolic names of others that do not resolve today either
     * @param needsMain whether somebody must offer the commands
     * @return by symbolic name of what changed, why a running host cannot exchange it, as far as its wiring tells
     * @throws PluginException with what is missing or failed, in words
     */
    static Verdict run(
            Framework framework,
            Baseline baseline,
            List<ActiveJar> active,
            Set<String> changed,
            Set<String> tolerated,
            boolean needsMain)
            throws PluginException, BundleException {
        Trial trial = new Trial(framework, baseline);
        framework.init();
        trial.install(active);
        framework.start();
        trial.resolve(changed, tolerated);
        trial.start(changed);
        trial.check(changed);
        if (needsMain && !trial.offersMain()) {
            throw new PluginException(
                    Kind.REFUSED,
                    "Without " + Words.list(List.copyOf(changed)) + " as it was, nobody offers Tendon's commands.");
        }
        return new Verdict(trial.obstacles(changed));
    }

    /** The symbolic names among a set of bundles that do not resolve together. */
    static Set<String> unresolved(Framework framework, Baseline baseline, List<ActiveJar> active)
            throws PluginException, BundleException {
        Trial trial = new Trial(framework, baseline);
        framework.init();
        trial.install(active);
        trial.resolveAll();
        Set<String> names = new HashSet<>();
        for (Bundle bundle : trial.unresolved()) {
            names.add(bundle.getSymbolicName());
        }
        return names;
    }

    private void install(List<ActiveJar> active) throws PluginException {
        for (ActiveJar jar : active) {
            try {
                bundles.put(jar, framework.getBundleContext().installBundle(jar.location()));
            } catch (BundleException e) {
                throw new PluginException(
                        Kind.REFUSED,
                        jar.symbolicName() + " " + jar.version() + " cannot be installed: " + Words.cause(e),
                        e);
            }
        }
    }

    private void resolveAll() {
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles.values());
    }

    private List<Bundle> unresolved() {
        return bundles.values().stream()
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .toList();
    }

    private void resolve(Set<String> changed, Set<String> tolerated) throws PluginException {
        resolveAll();
        List<String> own = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Bundle bundle : unresolved()) {
            String name = bundle.getSymbolicName();
            if (changed.contains(name)) {
                own.add(name(bundle) + " does not resolve: " + missing(bundle) + ".");
            } else if (!tolerated.contains(name)) {
                others.add(name(bundle) + " would no longer resolve: " + missing(bundle) + ".");
            }
        }
        List<String> sentences = own.isEmpty() ? others : own;
        if (!sentences.isEmpty()) {
            throw new PluginException(Kind.REFUSED, String.join("\n", sentences));
        }
    }

    private String missing(Bundle bundle) {
        String text = "";
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            text = String.valueOf(e.getMessage());
        }
        return Missing.of(bundle, framework.getBundleContext(), text);
    }

    private void start(Set<String> changed) throws PluginException {
        Set<Bundle> affected = affected(changed);
        for (Map.Entry<ActiveJar, Bundle> entry : bundles.entrySet()) {
            Bundle bundle = entry.getValue();
            if (!isFragment(bundle) && baseline.starts(entry.getKey()) && bundle.getState() != Bundle.INSTALLED) {
                try {
                    bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                } catch (BundleException | RuntimeException | LinkageError e) {
                    if (affected.contains(bundle)) {
                        throw new PluginException(
                                Kind.REFUSED, name(bundle) + " fails to start: " + Words.cause(e) + ".", e);
                    }
                }
            }
        }
    }

    private void check(Set<String> changed) throws PluginException {
        TrialChoices choices = new TrialChoices(framework.getBundleContext());
        ComponentProblems components = new ComponentProblems(framework.getBundleContext());
        List<String> problems = new ArrayList<>();
        for (Bundle bundle : affected(changed)) {
            if (bundle.getState() == Bundle.ACTIVE) {
                List<String> wrong = new ArrayList<>(choices.problems(bundle));
                List<String> causes = components.of(bundle);
                wrong.removeIf(text -> !causes.isEmpty() && text.endsWith("cannot be created"));
                wrong.addAll(causes);
                for (String text : wrong) {
                    problems.add(name(bundle) + ": " + text + ".");
                }
                for (String conflict : choices.conflicts(bundle)) {
                    problems.add(name(bundle) + ": " + conflict
                            + ". Disable or uninstall one of the two: tendon plugins disable NAME.");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new PluginException(Kind.REFUSED, String.join("\n", problems));
        }
    }

    /** What changed, and what uses classes of it. */
    private Set<Bundle> affected(Set<String> changed) {
        Set<Bundle> affected = new LinkedHashSet<>();
        Deque<Bundle> open = new ArrayDeque<>();
        bundles.values().stream()
                .filter(bundle -> changed.contains(bundle.getSymbolicName()))
                .forEach(open::add);
        while (!open.isEmpty()) {
            Bundle bundle = open.remove();
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (affected.add(bundle) && revision != null && revision.getWiring() != null) {
                for (BundleWire wire : revision.getWiring().getProvidedWires(null)) {
                    if (wire.getCapability().getNamespace().startsWith("osgi.wiring.")) {
                        open.add(wire.getRequirer().getBundle());
                    }
                }
            }
        }
        return affected;
    }

    private boolean offersMain() {
        try {
            return framework.getBundleContext().getAllServiceReferences(null, "(tendon.main=true)") != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> obstacles(Set<String> changed) {
        Map<String, String> obstacles = new TreeMap<>();
        for (Bundle bundle : bundles.values()) {
            if (changed.contains(bundle.getSymbolicName())) {
                Optional<String> obstacle = HotSwap.obstacle(bundle);
                obstacle.ifPresent(text -> obstacles.put(bundle.getSymbolicName(), text));
            }
        }
        return obstacles;
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
