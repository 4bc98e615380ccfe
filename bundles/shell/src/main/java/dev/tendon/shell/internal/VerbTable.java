/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.api.time.Clock;
import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbName;
import dev.tendon.shell.internal.host.VerbUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Finds a verb's service, and says what it waits for where it does not come. Thread: any.
 */
final class VerbTable {
    private static final long POLL_NS = 10_000_000L;

    private final Supplier<List<ComponentServiceObjects<Verb<?>>>> services;
    private final ServiceComponentRuntime components;
    private final Clock clock;
    private final long patienceNs;

    /**
     * A table.
     *
     * @param services the verbs that could run now
     * @param patienceNs how long to wait for one that could not yet
     */
    VerbTable(
            Supplier<List<ComponentServiceObjects<Verb<?>>>> services,
            ServiceComponentRuntime components,
            Clock clock,
            long patienceNs) {
        this.services = services;
        this.components = components;
        this.clock = clock;
        this.patienceNs = patienceNs;
    }

    /** The names of all verbs, registered or only declared. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        services.get().forEach(service -> name(service.getServiceReference()).ifPresent(names::add));
        declared().forEach(component -> name(component).ifPresent(names::add));
        return names;
    }

    /**
     * The service of a verb, waiting for it if need be.
     *
     * @throws VerbUnavailableException where it does not come; says what is missing
     */
    ComponentServiceObjects<Verb<?>> await(String name) throws VerbUnavailableException, InterruptedException {
        long deadline = clock.nanoTime() + patienceNs;
        while (true) {
            Optional<ComponentServiceObjects<Verb<?>>> found = services.get().stream()
                    .filter(service -> name(service.getServiceReference()).equals(Optional.of(name)))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long now = clock.nanoTime();
            if (now - deadline >= 0) {
                throw new VerbUnavailableException(
                        "The verb \"" + name + "\" cannot run in this host: " + String.join("; ", missing(name)));
            }
            clock.sleepUntil(Math.min(deadline, now + POLL_NS));
        }
    }

    private List<String> missing(String name) {
        List<String> missing = new ArrayList<>();
        for (ComponentDescriptionDTO component : declared()) {
            if (name(component).equals(Optional.of(name))) {
                if (!components.isComponentEnabled(component)) {
                    missing.add("its component is disabled");
                }
                for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
                    for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                        missing.add(words(component, reference));
                    }
                    if (configuration.failure != null) {
                        missing.add("it failed to start: "
                                + configuration.failure.lines().findFirst().orElse(""));
                    }
                }
            }
        }
        return missing.isEmpty() ? List.of("its bundle does not offer it any more") : missing;
    }

    private static String words(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO reference) {
        for (var declared : component.references) {
            if (declared.name.equals(reference.name)) {
                return "no bundle offers " + declared.interfaceName
                        + (reference.target == null ? "" : " with " + reference.target);
            }
        }
        return "no bundle offers its reference " + reference.name;
    }

    private List<ComponentDescriptionDTO> declared() {
        return components.getComponentDescriptionDTOs().stream()
                .filter(component -> name(component).isPresent())
                .toList();
    }

    private static Optional<String> name(ComponentDescriptionDTO component) {
        return name(component.properties);
    }

    private static Optional<String> name(Map<String, Object> properties) {
        return properties.get(VerbName.PROPERTY) instanceof String name ? Optional.of(name) : Optional.empty();
    }

    private static Optional<String> name(ServiceReference<?> reference) {
        return reference.getProperty(VerbName.PROPERTY) instanceof String name ? Optional.of(name) : Optional.empty();
    }
}
