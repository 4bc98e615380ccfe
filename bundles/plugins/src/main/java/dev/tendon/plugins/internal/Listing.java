/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.plugins.PluginInfo;
import dev.tendon.plugins.PluginInfo.Origin;
import dev.tendon.plugins.PluginInfo.State;
import dev.tendon.plugins.store.ActiveJar;
import dev.tendon.plugins.store.BundleJar;
import dev.tendon.plugins.store.Generation;
import dev.tendon.plugins.store.Generation.Plugin;
import dev.tendon.plugins.store.Overlay;
import dev.tendon.plugins.store.StoreLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Lists the bundles of a distribution and a generation. Thread: its creator's. */
final class Listing {
    private final BundleContext context;
    private final StoreLayout layout;

    Listing(BundleContext context, StoreLayout layout) {
        this.context = context;
        this.layout = layout;
    }

    List<PluginInfo> of(Baseline baseline, Generation generation) {
        Map<String, ActiveJar> active = new HashMap<>();
        for (ActiveJar jar : Overlay.of(baseline.bundles(), generation, layout)) {
            active.put(jar.symbolicName(), jar);
        }
        Map<Path, Set<String>> choices = choices();
        Map<String, String> unresolved = Unresolved.of(context);
        List<PluginInfo> list = new ArrayList<>();
        for (BundleJar bundle : baseline.bundles()) {
            list.add(distributed(bundle, active.get(bundle.symbolicName()), generation, unresolved, choices));
        }
        for (Plugin plugin : generation.plugins()) {
            list.add(stored(plugin, active.get(plugin.symbolicName()), generation, unresolved, choices));
        }
        list.sort(Comparator.comparing(PluginInfo::symbolicName).thenComparing(PluginInfo::origin));
        return list;
    }

    private static PluginInfo distributed(
            BundleJar bundle,
            @Nullable ActiveJar active,
            Generation generation,
            Map<String, String> unresolved,
            Map<Path, Set<String>> choices) {
        String name = bundle.symbolicName();
        State state = State.ENABLED;
        String why = "";
        if (generation.disabled().contains(name)) {
            state = State.DISABLED;
            why = "disabled by tendon plugins disable";
        } else if (active != null && active.fromStore() && !isUnresolved(active, unresolved)) {
            state = State.SUPERSEDED;
            why = active.version() + " of the store is used";
        }
        return new PluginInfo(
                name, bundle.version().toString(), Origin.DISTRIBUTION, state, why, choices(choices, bundle.path()));
    }

    private PluginInfo stored(
            Plugin plugin,
            @Nullable ActiveJar active,
            Generation generation,
            Map<String, String> unresolved,
            Map<Path, Set<String>> choices) {
        String name = plugin.symbolicName();
        Path jar = layout.jar(plugin.sha256());
        State state = State.ENABLED;
        String why = "";
        if (generation.disabled().contains(name)) {
            state = State.DISABLED;
            why = "disabled by tendon plugins disable";
        } else if (active != null && !active.fromStore()) {
            state = State.SUPERSEDED;
            why = active.version() + " of the distribution is higher";
        } else if (unresolved.containsKey(plugin.sha256())) {
            state = State.UNRESOLVED;
            why = unresolved.get(plugin.sha256());
        }
        return new PluginInfo(name, plugin.version().toString(), Origin.STORE, state, why, choices(choices, jar));
    }

    private static boolean isUnresolved(ActiveJar active, Map<String, String> unresolved) {
        return unresolved.containsKey(Unresolved.sha256(active.jar()));
    }

    private static List<String> choices(Map<Path, Set<String>> choices, Path jar) {
        return List.copyOf(choices.getOrDefault(jar.toAbsolutePath().normalize(), Set.of()));
    }

    /** What this host's bundles offer, by jar. */
    private Map<Path, Set<String>> choices() {
        Map<Path, Set<String>> choices = new HashMap<>();
        try {
            ServiceReference<?>[] references = context.getAllServiceReferences(null, "(tendon.choice=*)");
            for (ServiceReference<?> reference : references == null ? new ServiceReference<?>[0] : references) {
                Optional<Path> jar = Baseline.jar(reference.getBundle());
                if (jar.isPresent()) {
                    Object name = reference.getProperty("tendon.choice");
                    String[] names = name instanceof String[] several ? several : new String[] {String.valueOf(name)};
                    String[] types = (String[]) reference.getProperty(Constants.OBJECTCLASS);
                    choices.computeIfAbsent(jar.get(), key -> new TreeSet<>())
                            .add(TrialChoices.registry(types[0]) + " " + names[0]);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return choices;
    }
}
