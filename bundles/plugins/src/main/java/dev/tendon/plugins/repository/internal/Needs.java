/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.repository.internal;

import dev.tendon.plugins.PluginException;
import dev.tendon.plugins.PluginException.Kind;
import dev.tendon.plugins.repository.internal.Entry.Capability;
import dev.tendon.plugins.repository.internal.Entry.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/** Finds what bundles need beside a host's own: of each missing thing the highest version that some repository has. */
final class Needs {
    private final List<Capability> host;
    private final List<Located> offered;
    private final Map<Located, String> chosen = new LinkedHashMap<>();

    /** An entry and where it was found. */
    record Located(Entry entry, Opened repository) {}

    Needs(List<Capability> host, List<Located> offered) {
        this.host = host;
        this.offered = offered;
    }

    /** What is to be installed, with the reason; empty for what was asked for. */
    Map<Located, String> of(List<Located> wanted) throws PluginException {
        Deque<Located> open = new ArrayDeque<>(wanted);
        wanted.forEach(located -> chosen.put(located, ""));
        while (!open.isEmpty()) {
            Located needy = open.remove();
            for (Requirement requirement : needy.entry().requirements()) {
                if (requirement.mandatory() && !met(requirement)) {
                    provider(requirement).ifPresent(provider -> {
                        chosen.put(
                                provider,
                                needy.entry().symbolicName() + " needs " + requirement.namespace() + " "
                                        + requirement.filter());
                        open.add(provider);
                    });
                }
            }
        }
        return chosen;
    }

    private boolean met(Requirement requirement) throws PluginException {
        Filter filter = filter(requirement);
        return host.stream().anyMatch(capability -> matches(capability, requirement, filter))
                || chosen.keySet().stream().anyMatch(located -> offers(located, requirement, filter));
    }

    /** None where nobody has it: the trial says so, in words. */
    private Optional<Located> provider(Requirement requirement) throws PluginException {
        Filter filter = filter(requirement);
        List<Located> able = new ArrayList<>();
        for (Located located : offered) {
            if (offers(located, requirement, filter)) {
                able.add(located);
            }
        }
        return able.stream().max(Comparator.comparing(located -> located.entry().version()));
    }

    private static boolean offers(Located located, Requirement requirement, Filter filter) {
        return located.entry().capabilities().stream().anyMatch(capability -> matches(capability, requirement, filter));
    }

    private static boolean matches(Capability capability, Requirement requirement, Filter filter) {
        return capability.namespace().equals(requirement.namespace()) && filter.matches(capability.attributes());
    }

    private static Filter filter(Requirement requirement) throws PluginException {
        try {
            return FrameworkUtil.createFilter(
                    requirement.filter().isEmpty() ? "(!(tendon.none=*))" : requirement.filter());
        } catch (InvalidSyntaxException e) {
            throw new PluginException(
                    Kind.REFUSED,
                    "The index has the filter " + requirement.filter() + ", which is none: " + e.getMessage(),
                    e);
        }
    }
}
