/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.launcher;

import dev.tendon.plugins.diagnosis.ComponentProblems;
import dev.tendon.plugins.diagnosis.Missing;
import dev.tendon.plugins.store.ActiveJar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

/** The framework with all bundles. Thread: the main thread. */
final class HostFramework implements AutoCloseable {
    /** Where plugins that do not resolve are left for {@code tendon plugins list}: a line each, SHA-256 and reason. */
    static final String UNRESOLVED = "tendon.plugins.unresolved";

    private static final Duration MAIN_WAIT = Duration.ofSeconds(3);
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);
    private static final String MAIN = "(&(objectClass=java.util.function.ToIntFunction)(tendon.main=true))";

    private final Distribution distribution;
    private final Selection selection;
    private final Consumer<String> warn;
    private final Path cache;
    private final Framework framework;
    private final Map<Path, Bundle> bundles = new LinkedHashMap<>();

    HostFramework(Distribution distribution, Home home, Selection selection, Consumer<String> warn) throws IOException {
        this.distribution = distribution;
        this.selection = selection;
        this.warn = warn;
        cache = home.newCache();
        framework = ServiceLoader.load(FrameworkFactory.class, HostFramework.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no OSGi framework on the class path"))
                .newFramework(configuration(home));
    }

    private Map<String, String> configuration(Home home) {
        String slf4j = ";version=" + Distribution.built("slf4j.version");
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        configuration.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                String.join(
                        ",",
                        "org.slf4j" + slf4j,
                        "org.slf4j.event" + slf4j,
                        "org.slf4j.helpers" + slf4j,
                        "org.slf4j.spi" + slf4j));
        configuration.put("felix.log.level", "0"); // it would go to stdout; errors come as framework events
        configuration.put("tendon.home", home.folder().toString());
        configuration.put(Distribution.PROPERTY, distribution.folder().toString());
        configuration.put(Distribution.ON_DEMAND, String.join(",", distribution.onDemand()));
        configuration.put("tendon.generation", Long.toString(selection.generation()));
        configuration.put("tendon.version", Distribution.version());
        return configuration;
    }

    /** Installs everything, then starts what is not on demand. Bundles that cannot be used are named. */
    void start() throws BundleException {
        framework.init();
        framework.getBundleContext().addFrameworkListener(this::report);
        selection.jars().forEach(this::install);
        framework.start();
        resolve();
        for (Bundle bundle : List.copyOf(bundles.values())) {
            start(bundle);
        }
    }

    private void report(FrameworkEvent event) {
        Throwable problem = event.getThrowable();
        if (event.getType() == FrameworkEvent.ERROR && problem != null) {
            warn.accept("Bundle " + event.getBundle().getSymbolicName() + ": " + problem);
        }
    }

    private void install(Path jar) {
        try {
            bundles.put(jar, framework.getBundleContext().installBundle(ActiveJar.location(jar)));
        } catch (BundleException e) {
            warn.accept(jar + " cannot be installed: " + e.getMessage());
        }
    }

    private void start(Bundle bundle) {
        boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
        if (fragment || distribution.onDemand().contains(bundle.getSymbolicName())) {
            return;
        }
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException | RuntimeException | LinkageError e) {
            String why = bundle.getState() == Bundle.INSTALLED
                    ? "does not resolve: " + missing(bundle)
                    : "fails: " + root(e);
            warn.accept("Bundle " + name(bundle) + " " + why);
        }
    }

    // plugins that no longer fit

    private void resolve() {
        Map<String, String> reasons = new LinkedHashMap<>();
        FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
        while (!wiring.resolveBundles(bundles.values()) && dropPlugins(reasons)) {
            // what stood in for them, or needed them, is looked at again
        }
        if (!reasons.isEmpty()) {
            StringBuilder text = new StringBuilder();
            reasons.forEach((sha256, reason) ->
                    text.append(sha256).append(' ').append(reason).append('\n'));
            System.setProperty(UNRESOLVED, text.toString());
        }
    }

    /** Takes the plugins out that do not resolve or, if all do, those that keep the distribution from resolving. */
    private boolean dropPlugins(Map<String, String> reasons) {
        Map<ActiveJar, String> dropped = new LinkedHashMap<>();
        for (ActiveJar plugin : selection.plugins()) {
            Bundle bundle = bundles.get(plugin.jar());
            if (bundle != null && bundle.getState() == Bundle.INSTALLED) {
                dropped.put(plugin, missing(bundle));
            }
        }
        if (dropped.isEmpty()) {
            for (ActiveJar plugin : selection.plugins()) {
                if (bundles.containsKey(plugin.jar()) && selection.overlaid().containsKey(plugin.symbolicName())) {
                    dropped.put(plugin, "the distribution does not resolve with it");
                }
            }
        }
        dropped.forEach((plugin, reason) -> drop(plugin, reason, reasons));
        return !dropped.isEmpty();
    }

    private void drop(ActiveJar plugin, String reason, Map<String, String> reasons) {
        reasons.put(Selection.sha256(plugin), reason);
        Path instead = selection.overlaid().get(plugin.symbolicName());
        warn.accept("Plugin " + plugin.symbolicName() + " " + plugin.version() + " is not used: " + reason + ". "
                + (instead == null ? "" : "The distribution's version runs instead. ")
                + "Update or remove it: tendon plugins uninstall " + plugin.symbolicName());
        Bundle bundle = bundles.remove(plugin.jar());
        try {
            if (bundle != null) {
                bundle.uninstall();
            }
        } catch (BundleException e) {
            warn.accept("Plugin " + plugin.symbolicName() + " cannot be taken out: " + e.getMessage());
        }
        if (instead != null) {
            install(instead);
        }
    }

    private String missing(Bundle bundle) {
        return Missing.of(bundle, framework.getBundleContext(), "its needs contradict each other");
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /**
     * The service that runs verbs.
     *
     * @throws LaunchException if no bundle offers it
     */
    @SuppressWarnings("unchecked") // the service's contract
    ToIntFunction<String[]> main() throws LaunchException, InterruptedException {
        ServiceTracker<Object, Object> tracker = null;
        try {
            tracker = new ServiceTracker<>(
                    framework.getBundleContext(), framework.getBundleContext().createFilter(MAIN), null);
            tracker.open();
            @Nullable Object main = tracker.waitForService(MAIN_WAIT.toMillis());
            if (main == null) {
                throw new LaunchException(
                        "No bundle in " + distribution.bundles() + " offers Tendon's commands." + waiting());
            }
            return (ToIntFunction<String[]>) main;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every component that is not there, and why, a line each. */
    private String waiting() {
        StringBuilder text = new StringBuilder();
        ComponentProblems components = new ComponentProblems(framework.getBundleContext());
        for (Bundle bundle : bundles.values()) {
            for (String problem : components.of(bundle)) {
                text.append("\n  ").append(name(bundle)).append(": ").append(problem);
            }
        }
        return text.toString();
    }

    /** Stops all bundles, waiting five seconds at most. */
    @Override
    public void close() {
        try {
            framework.stop();
            if (framework.waitForStop(STOP_WAIT.toMillis()).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                warn.accept("Not every bundle stopped within " + STOP_WAIT.toSeconds() + " s; ending anyway.");
            }
        } catch (BundleException e) {
            warn.accept("The framework did not stop cleanly: " + root(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Home.delete(cache);
        }
    }
}
