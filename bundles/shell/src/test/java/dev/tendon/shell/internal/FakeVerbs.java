/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.shell.Verb;
import dev.tendon.shell.VerbName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

/** Verbs and component descriptions, as a component runtime has them. */
public final class FakeVerbs implements ServiceComponentRuntime {
    private final List<ComponentServiceObjects<Verb<?>>> services = new ArrayList<>();
    private final List<ComponentDescriptionDTO> declared = new ArrayList<>();
    private final List<ComponentConfigurationDTO> configurations = new ArrayList<>();
    public boolean enabled = true;

    /** How many verbs are in somebody's hands. */
    public int inUse;

    /** A verb that can run; null: one whose component fails to start. */
    public FakeVerbs with(String name, @Nullable Verb<?> verb) {
        services.add(new Service(name, verb));
        return this;
    }

    /** A verb that is declared, but is not there. */
    public ComponentConfigurationDTO declare(String name) {
        ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        description.properties = Map.of(VerbName.PROPERTY, name);
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "sessions";
        reference.interfaceName = "dev.tendon.runtime.Sessions";
        description.references = new ReferenceDTO[] {reference};
        declared.add(description);
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.description = description;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
        configurations.add(configuration);
        return configuration;
    }

    public List<ComponentServiceObjects<Verb<?>>> services() {
        return services;
    }

    private final class Service implements ComponentServiceObjects<Verb<?>> {
        private final Reference reference;
        private final @Nullable Verb<?> verb;

        Service(String name, @Nullable Verb<?> verb) {
            reference = new Reference(name);
            this.verb = verb;
        }

        @Override
        public @Nullable Verb<?> getService() {
            inUse += verb == null ? 0 : 1;
            return verb;
        }

        @Override
        public void ungetService(Verb<?> service) {
            inUse--;
        }

        @Override
        public ServiceReference<Verb<?>> getServiceReference() {
            return reference;
        }
    }

    /** A reference that knows its verb's name. */
    public static final class Reference implements ServiceReference<Verb<?>> {
        private final String name;

        public Reference(String name) {
            this.name = name;
        }

        @Override
        public @Nullable Object getProperty(String key) {
            return key.equals(VerbName.PROPERTY) ? name : null;
        }

        @Override
        public String[] getPropertyKeys() {
            return new String[] {VerbName.PROPERTY};
        }

        @Override
        public @Nullable Bundle getBundle() {
            return null;
        }

        @Override
        public Bundle[] getUsingBundles() {
            return new Bundle[0];
        }

        @Override
        public boolean isAssignableTo(Bundle bundle, String className) {
            return true;
        }

        @Override
        public int compareTo(Object other) {
            return 0;
        }

        @Override
        public Dictionary<String, Object> getProperties() {
            return new Hashtable<>(Map.of(VerbName.PROPERTY, name));
        }

        @Override
        public <A> @Nullable A adapt(Class<A> type) {
            return null;
        }
    }

    @Override
    public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
        return declared;
    }

    @Override
    public @Nullable ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
        return null;
    }

    @Override
    public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(ComponentDescriptionDTO description) {
        return configurations.stream()
                .filter(configuration -> configuration.description == description)
                .toList();
    }

    @Override
    public boolean isComponentEnabled(ComponentDescriptionDTO description) {
        return enabled;
    }

    @Override
    public Promise<Void> enableComponent(ComponentDescriptionDTO description) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Promise<Void> disableComponent(ComponentDescriptionDTO description) {
        throw new UnsupportedOperationException();
    }
}
