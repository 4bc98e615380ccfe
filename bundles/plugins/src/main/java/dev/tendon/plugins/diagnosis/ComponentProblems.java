/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.diagnosis;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What Declarative Services say of a bundle's components. By reflection, because a trial, and a launcher's framework, have
 * classes of their own for the runtime's DTOs (OSGi Compendium 8, chapter 112.9: their public fields are the contract).
 * Thread: its creator's.
 */
public final class ComponentProblems {
    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";
    private static final int UNSATISFIED_REFERENCE = 2;
    private static final int FAILED_ACTIVATION = 16;

    private final @Nullable Object runtime;

    /** Looks for the component runtime of a framework; without one, no bundle has problems. */
    public ComponentProblems(BundleContext framework) {
        ServiceReference<?>[] references = references(framework);
        runtime = references == null ? null : framework.getService(references[0]);
    }

    private static ServiceReference<?> @Nullable [] references(BundleContext framework) {
        try {
            return framework.getAllServiceReferences(RUNTIME, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with the components of a bundle, in words; empty if all can be activated. */
    public List<String> of(Bundle bundle) {
        List<String> problems = new ArrayList<>();
        if (runtime == null) {
            return problems;
        }
        try {
            Object[] bundles = (Object[]) Array.newInstance(Bundle.class, 1);
            bundles[0] = bundle;
            Object descriptions = call("getComponentDescriptionDTOs", Bundle[].class, bundles);
            for (Object description : (Collection<?>) descriptions) {
                addProblems(description, problems);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the component runtime of this framework has another shape", e);
        }
        return problems;
    }

    private void addProblems(Object description, List<String> problems) throws ReflectiveOperationException {
        String name = String.valueOf(field(description, "name"));
        Object configurations = call("getComponentConfigurationDTOs", description.getClass(), description);
        for (Object configuration : (Collection<?>) configurations) {
            int state = (Integer) field(configuration, "state");
            if (state == UNSATISFIED_REFERENCE) {
                for (Object reference : (Object[]) field(configuration, "unsatisfiedReferences")) {
                    problems.add(waitsFor(name, description, String.valueOf(field(reference, "name"))));
                }
            } else if (state == FAILED_ACTIVATION) {
                problems.add("component " + name + " cannot be activated: "
                        + innermostCause(String.valueOf(field(configuration, "failure"))));
            }
        }
    }

    private static String waitsFor(String component, Object description, String reference)
            throws ReflectiveOperationException {
        for (Object declared : (Object[]) field(description, "references")) {
            if (reference.equals(field(declared, "name"))) {
                Object target = field(declared, "target");
                return "component " + component + " waits for a service " + field(declared, "interfaceName")
                        + (target == null ? "" : " with " + target) + ", which no bundle offers";
            }
        }
        return "component " + component + " waits for its reference " + reference;
    }

    private Object call(String method, Class<?> parameter, Object argument) throws ReflectiveOperationException {
        Class<?> service = Class.forName(RUNTIME, false, runtimeLoader());
        return service.getMethod(method, parameter).invoke(runtime, argument);
    }

    private @Nullable ClassLoader runtimeLoader() {
        return runtime == null ? null : runtime.getClass().getClassLoader();
    }

    private static Object field(Object dto, String name) throws ReflectiveOperationException {
        return dto.getClass().getField(name).get(dto);
    }

    /** The innermost cause of a printed stack trace. */
    private static String innermostCause(String stackTrace) {
        String cause = "";
        for (String line : stackTrace.lines().toList()) {
            String text = line.strip();
            if (cause.isEmpty()) {
                cause = text;
            } else if (text.startsWith("Caused by: ")) {
                cause = text.substring("Caused by: ".length());
            }
        }
        return cause;
    }
}
