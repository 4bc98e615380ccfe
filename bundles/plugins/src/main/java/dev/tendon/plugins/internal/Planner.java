/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.plugins.Change.Action;
import dev.tendon.plugins.Change.Item;
import dev.tendon.plugins.InstallOptions;
import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.internal.Staging.StagedJar;
import dev.tendon.plugins.store.BundleJar;
import dev.tendon.plugins.store.BundleVersion;
import dev.tendon.plugins.store.DurableFiles;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Generation.Plugin;
import dev.tendon.plugins.store.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Thinks changes out: which generation follows from which wish. Changes nothing. Thread: its creator's. */
final class Planner {
    private final Baseline baseline;
    private final Generation old;
    private final TreeMap<String, Plugin> plugins = new TreeMap<>();
    private final SortedSet<String> disabled;
    private final List<Item> items = new ArrayList<>();
    private final List<StagedJar> staged = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Planner(Baseline baseline, Generation old) {
        this.baseline = baseline;
        this.old = old;
        old.plugins().forEach(plugin -> plugins.put(plugin.symbolicName(), plugin));
        disabled = new TreeSet<>(old.disabled());
    }

    /** Says something beside what is done. */
    void note(String sentence) {
        notes.add(sentence);
    }

    Plan install(List<StagedJar> jars, InstallOptions options) throws PluginException, IOException {
        for (StagedJar jar : jars) {
            install(jar, options);
        }
        return plan();
    }

    Plan update(List<StagedJar> jars, InstallOptions options) throws PluginException, IOException {
        for (StagedJar jar : jars) {
            String name = jar.bundle().symbolicName();
            if (!known().contains(name)) {
                throw new PluginException(
                        Kind.REFUSED,
                        jar.fileName() + " is the bundle " + name + ", and there is none of that name to update. "
                                + Nearest.answer(name, known()) + " To add it: tendon plugins install "
                                + jar.fileName());
            }
        }
        return install(jars, options);
    }

    private void install(StagedJar jar, InstallOptions options) throws PluginException, IOException {
        BundleJar bundle = jar.bundle();
        String name = bundle.symbolicName();
        Plugin installed = plugins.get(name);
        Optional<BundleJar> distributed = baseline.find(name);
        if (installed != null && installed.sha256().equals(jar.sha256())) {
            notes.add(name + " " + bundle.version() + " is installed already.");
            return;
        }
        if (installed == null && distributed.isPresent() && sameContent(distributed.get(), jar)) {
            notes.add(name + " " + bundle.version() + " is in the distribution already.");
            return;
        }
        Optional<BundleVersion> present = version(name);
        boolean lower = present.isPresent() && bundle.version().compareTo(present.get()) < 0;
        if (lower && !options.allowDowngrade()) {
            throw new PluginException(
                    Kind.REFUSED,
                    jar.fileName() + " is " + name + " " + bundle.version() + ", lower than " + present.get()
                            + ", which is there. To go back on purpose: --allow_downgrade=true");
        }
        boolean pinned = distributed.isPresent()
                && bundle.version().compareTo(distributed.get().version()) < 0;
        plugins.put(name, new Plugin(name, bundle.version(), jar.sha256(), pinned, jar.fileName()));
        staged.add(jar);
        items.add(new Item(
                present.isPresent() ? Action.UPDATED : Action.INSTALLED,
                name,
                present.map(BundleVersion::toString).orElse(""),
                bundle.version().toString(),
                ""));
        if (disabled.contains(name)) {
            notes.add(name + " stays disabled. To use it: tendon plugins enable " + name);
        }
    }

    private static boolean sameContent(BundleJar bundle, StagedJar jar) throws IOException {
        return Files.size(bundle.path()) == Files.size(jar.bundle().path())
                && DurableFiles.sha256(bundle.path()).equals(jar.sha256());
    }

    Plan uninstall(String name) throws PluginException {
        requireKnown(name);
        Plugin removed = plugins.remove(name);
        Optional<BundleJar> distributed = baseline.find(name);
        if (removed == null) {
            throw new PluginException(
                    Kind.REFUSED,
                    name + " belongs to the distribution, which is read-only; it can be taken out of use instead:"
                            + " tendon plugins disable " + name);
        }
        if (distributed.isEmpty()) {
            disabled.remove(name);
        }
        items.add(new Item(
                Action.UNINSTALLED,
                name,
                removed.version().toString(),
                distributed.map(bundle -> bundle.version().toString()).orElse(""),
                ""));
        return plan();
    }

    Plan enable(String name) throws PluginException {
        requireKnown(name);
        String version = version(name).map(BundleVersion::toString).orElse("");
        if (!disabled.remove(name)) {
            return Plan.nothing(old, List.of(name + " " + version + " is enabled already."));
        }
        items.add(new Item(Action.ENABLED, name, "", version, ""));
        return plan();
    }

    Plan disable(String name) throws PluginException {
        requireKnown(name);
        String version = version(name).map(BundleVersion::toString).orElse("");
        if (!disabled.add(name)) {
            return Plan.nothing(old, List.of(name + " " + version + " is disabled already."));
        }
        items.add(new Item(Action.DISABLED, name, version, "", ""));
        return plan();
    }

    private Plan plan() {
        if (items.isEmpty()) {
            return Plan.nothing(old, notes);
        }
        return new Plan(
                new Generation(old.number() + 1, List.copyOf(plugins.values()), disabled), items, staged, notes);
    }

    /** The version that a host uses, or would use if it were enabled. */
    private Optional<BundleVersion> version(String name) {
        Optional<BundleVersion> distributed = baseline.find(name).map(BundleJar::version);
        Plugin plugin = plugins.get(name);
        return plugin == null || Overlay.superseded(baseline.bundles(), plugin)
                ? distributed
                : Optional.of(plugin.version());
    }

    private void requireKnown(String name) throws PluginException {
        if (!known().contains(name)) {
            throw new PluginException(
                    Kind.REFUSED, "There is no plugin " + name + ". " + Nearest.answer(name, known()));
        }
    }

    private SortedSet<String> known() {
        SortedSet<String> known = new TreeSet<>(plugins.keySet());
        baseline.bundles().forEach(bundle -> known.add(bundle.symbolicName()));
        return known;
    }
}
