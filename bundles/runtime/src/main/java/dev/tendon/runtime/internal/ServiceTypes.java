/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.ChoiceType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** The choices in the OSGi service registry. Wakes none of them before it is acquired. Thread: any. */
final class ServiceTypes implements Types, AutoCloseable {
    private static final Comparator<ServiceHandle> BEST_FIRST = Comparator.comparing((ServiceHandle h) -> h.version)
            .thenComparing(h -> h.bundleId)
            .reversed();

    private final BundleContext context;
    private final Consumer<TypeHandle> gone;
    private final Map<ServiceReference<?>, ServiceHandle> handles = new ConcurrentHashMap<>();
    private final ServiceTracker<Object, ServiceHandle> tracker;

    /**
     * @param gone is told of a choice that vanishes, while its bundle stops; when it returns, nothing of the choice may be
     *     in use any more
     */
    ServiceTypes(BundleContext context, Consumer<TypeHandle> gone) {
        this.context = context;
        this.gone = gone;
        tracker = new ServiceTracker<>(context, filter(), new Customizer());
    }

    void open() {
        tracker.open();
    }

    private static Filter filter() {
        StringBuilder filter = new StringBuilder("(&(" + Choice.PROPERTY + "=*)(|");
        for (Kind kind : Kind.values()) {
            filter.append("(" + Constants.OBJECTCLASS + "=")
                    .append(kind.service().getName())
                    .append(")");
        }
        try {
            return FrameworkUtil.createFilter(filter.append("))").toString());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<TypeHandle> all(Kind kind) {
        return handles.values().stream()
                .filter(h -> h.kind == kind)
                .sorted(BEST_FIRST)
                .map(TypeHandle.class::cast)
                .toList();
    }

    @Override
    public void close() {
        tracker.close();
    }

    private final class Customizer implements ServiceTrackerCustomizer<Object, ServiceHandle> {
        @Override
        @SuppressWarnings("NullAway")
        public ServiceHandle addingService(ServiceReference<Object> reference) {
            ServiceHandle handle = new ServiceHandle(reference);
            handles.put(reference, handle);
            return handle;
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, ServiceHandle handle) {
            // A choice's name does not change.
        }

        @Override
        public void removedService(ServiceReference<Object> reference, ServiceHandle handle) {
            handles.remove(reference);
            gone.accept(handle);
        }
    }

    private final class ServiceHandle implements TypeHandle {
        private final ServiceReference<Object> reference;
        private final Kind kind;
        private final List<String> names;
        private final long bundleId;
        private final Version version;
        private final String bundle;

        ServiceHandle(ServiceReference<Object> reference) {
            this.reference = reference;
            Bundle owner = reference.getBundle();
            if (owner == null) {
                throw new IllegalStateException("The choice vanished while it appeared");
            }
            kind = kindOf(reference);
            Object value = reference.getProperty(Choice.PROPERTY);
            names = value instanceof String[] several ? List.of(several) : List.of(String.valueOf(value));
            bundleId = owner.getBundleId();
            version = owner.getVersion();
            bundle = owner.getSymbolicName() + " " + version;
        }

        private Kind kindOf(ServiceReference<Object> ref) {
            List<String> classes = List.of((String[]) ref.getProperty(Constants.OBJECTCLASS));
            for (Kind candidate : Kind.values()) {
                if (classes.contains(candidate.service().getName())) {
                    return candidate;
                }
            }
            throw new IllegalStateException("The filter let " + classes + " pass");
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public List<String> names() {
            return names;
        }

        @Override
        public long bundleId() {
            return bundleId;
        }

        @Override
        public String bundle() {
            return bundle;
        }

        @Override
        public ChoiceType<?> acquire() {
            Object service = context.getService(reference);
            if (service == null) {
                throw new IllegalStateException(
                        "The " + kind.word() + " \"" + names.get(0) + "\" of " + bundle + " is not there any more");
            }
            return (ChoiceType<?>) service;
        }

        @Override
        public void release() {
            try {
                context.ungetService(reference);
            } catch (IllegalStateException e) {
                // This bundle is stopping: the framework lets go of it.
            }
        }

        @Override
        public String toString() {
            return kind.word() + " " + names.get(0) + " of " + bundle;
        }
    }
}
