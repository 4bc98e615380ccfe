/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The choices that the trial's bundles offer. */
final class TrialChoices {
    private static final String PROPERTY = "tendon.choice";
    private static final String CHOICE_TYPE = "dev.tendon.api.choice.ChoiceType";

    private final BundleContext trial;

    TrialChoices(BundleContext trial) {
        this.trial = trial;
    }

    /** A choice name of a registry. */
    private record Claim(String registry, String name, String bundle) {}

    /** Creates each choice of a bundle and asks it what it is; says what went wrong. */
    List<String> problems(Bundle bundle) {
        List<String> problems = new ArrayList<>();
        for (ServiceReference<?> reference : references()) {
            if (bundle.equals(reference.getBundle())) {
                problem(reference).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private Optional<String> problem(ServiceReference<?> reference) {
        String choice = "choice " + String.join(", ", names(reference));
        Object service = null;
        try {
            service = trial.getService(reference);
            if (service == null) {
                return Optional.of(choice + " cannot be created");
            }
            Class<?> type = choiceType(service.getClass());
            if (type == null) {
                return Optional.of(choice + " is no " + CHOICE_TYPE);
            }
            if (type.getMethod("configType").invoke(service) == null) {
                return Optional.of(choice + " has no configuration type");
            }
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(choice + " fails when asked what it is: " + Words.cause(e));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Optional.of(choice + " cannot be created: " + Words.cause(e));
        } finally {
            if (service != null) {
                trial.ungetService(reference);
            }
        }
    }

    /** What a bundle claims that another symbolic name offers too. */
    List<String> conflicts(Bundle bundle) {
        List<Claim> claims = claims();
        List<String> conflicts = new ArrayList<>();
        for (Claim own : claims) {
            for (Claim other : claims) {
                if (own.bundle().equals(bundle.getSymbolicName())
                        && !other.bundle().equals(own.bundle())
                        && other.registry().equals(own.registry())
                        && other.name().equals(own.name())) {
                    conflicts.add("both " + own.bundle() + " and " + other.bundle() + " offer " + own.registry() + " "
                            + own.name());
                }
            }
        }
        return conflicts.stream().distinct().toList();
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (ServiceReference<?> reference : references()) {
            for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
                for (String name : names(reference)) {
                    claims.add(new Claim(
                            registry(type), name, reference.getBundle().getSymbolicName()));
                }
            }
        }
        return claims;
    }

    static String registry(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1).replaceFirst("Type$", "");
        return simple.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    private List<ServiceReference<?>> references() {
        try {
            ServiceReference<?>[] found = trial.getAllServiceReferences(null, "(" + PROPERTY + "=*)");
            return found == null ? List.of() : Arrays.asList(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(ServiceReference<?> reference) {
        Object names = reference.getProperty(PROPERTY);
        return names instanceof String[] several ? List.of(several) : List.of(String.valueOf(names));
    }

    private static @Nullable Class<?> choiceType(@Nullable Class<?> type) {
        if (type == null || type.getName().equals(CHOICE_TYPE)) {
            return type;
        }
        for (Class<?> parent : type.getInterfaces()) {
            Class<?> found = choiceType(parent);
            if (found != null) {
                return found;
            }
        }
        return choiceType(type.getSuperclass());
    }
}
