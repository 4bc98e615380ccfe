/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal.host;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The host, from what the launcher left in the framework's properties. The one class of this bundle that sees bundles, since
 * no service tells about them.
 */
@Component
public final class FrameworkHost implements Host {
    private final BundleContext context;

    @Activate
    public FrameworkHost(BundleContext context) {
        this.context = context;
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(context.getProperty(name)).filter(value -> !value.isBlank());
    }

    @Override
    public Path home() {
        return property("tendon.home")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".tendon"));
    }

    @Override
    public Path distribution() {
        return property("tendon.distribution").map(Path::of).orElseGet(() -> Path.of(""));
    }

    @Override
    public String version() {
        return property("tendon.version")
                .orElseGet(() -> context.getBundle().getVersion().toString());
    }

    @Override
    public long generation() {
        return property("tendon.generation").map(Long::parseLong).orElse(0L);
    }

    @Override
    public boolean stopping() {
        return property("tendon.stopping").isPresent();
    }

    @Override
    public List<HostBundle> bundles() {
        return Arrays.stream(context.getBundles())
                .sorted(Comparator.comparing((Bundle bundle) -> bundle.getBundleId() != 0)
                        .thenComparing(FrameworkHost::name)
                        .thenComparing(Bundle::getVersion))
                .map(bundle -> new HostBundle(
                        name(bundle), bundle.getVersion().toString(), state(bundle), bundle.getLocation()))
                .toList();
    }

    private static String name(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name == null ? bundle.getLocation() : name;
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.INSTALLED -> "installed";
            case Bundle.UNINSTALLED -> "uninstalled";
            default -> String.format(Locale.ROOT, "state %d", bundle.getState());
        };
    }

    @Override
    public void start(String symbolicName) throws VerbUnavailableException {
        Bundle bundle = Arrays.stream(context.getBundles())
                .filter(b -> name(b).equals(symbolicName))
                .max(Comparator.comparing(Bundle::getVersion))
                .orElseThrow(() -> new VerbUnavailableException("This distribution has no bundle " + symbolicName));
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw new VerbUnavailableException(
                    symbolicName + " " + bundle.getVersion() + " does not start: " + e.getMessage(), e);
        }
    }
}
