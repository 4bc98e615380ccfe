/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.testkit.internal.verb;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.testkit.Check;
import dev.tendon.testkit.Conformance;
import dev.tendon.testkit.TryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The suite, as the throw-away framework's own bundle runs it. It takes and gives plain Java types only, since who asks lives in
 * another framework. Thread: any.
 */
@Component(service = Function.class, property = TrialSuite.PROPERTY + "=true")
public final class TrialSuite implements Function<Map<String, Object>, List<Map<String, String>>> {
    static final String PROPERTY = "tendon.testkit";
    static final String BUNDLE = "bundle";
    static final String CHOICE = "choice";
    static final String PRESENT = "present";
    static final String ABSENT = "absent";

    private static final String NAME = "[a-z0-9]+(_[a-z0-9]+)*";

    private final BundleContext context;
    private final ChoiceCatalog catalog;

    @Activate
    public TrialSuite(BundleContext context, @Reference ChoiceCatalog catalog) {
        this.context = context;
        this.catalog = catalog;
    }

    /** Checks the choices of bundle {@link #BUNDLE}, or of them only {@link #CHOICE}; findings as {@link Findings} has them. */
    @Override
    public List<Map<String, String>> apply(Map<String, Object> request) {
        Bundle bundle = context.getBundle((Long) request.get(BUNDLE));
        List<Map<String, String>> findings = new ArrayList<>();
        boolean any = false;
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        for (ServiceReference<?> reference : services == null ? new ServiceReference<?>[0] : services) {
            List<String> names = names(reference);
            Object only = request.get(CHOICE);
            if (!names.isEmpty() && (only == null || names.contains(only))) {
                any = true;
                choice(reference, names, request, findings);
            }
        }
        if (!any) {
            findings.add(Findings.failed(
                    "choices",
                    bundle.getSymbolicName(),
                    "it offers a choice",
                    "There is no service with the property " + Choice.PROPERTY
                            + ": annotate the component with @Choice(\"a_name\")"));
        }
        return findings;
    }

    private void choice(
            ServiceReference<?> reference,
            List<String> names,
            Map<String, Object> request,
            List<Map<String, String>> findings) {
        String[] types = (String[]) reference.getProperty(Constants.OBJECTCLASS);
        String registry = types[0].substring(types[0].lastIndexOf('.') + 1).replaceFirst("Type$", "");
        String subject = registry.toLowerCase(java.util.Locale.ROOT) + " " + names.get(0);
        findings.add(named(subject, reference, names));
        Object service = context.getService(reference);
        try {
            if (service instanceof ChoiceType<?> type) {
                for (Check check : Conformance.checks(subject, type, options(type, request), catalog)) {
                    findings.add(Findings.plain(check.run()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            findings.add(Findings.failed("create", subject, "its options can be read", String.valueOf(e)));
        } finally {
            context.ungetService(reference);
        }
    }

    private static Map<String, String> named(String subject, ServiceReference<?> reference, List<String> names) {
        Object description = reference.getProperty(Choice.DESCRIPTION_PROPERTY);
        String problem = "";
        for (String name : names) {
            if (!name.matches(NAME)) {
                problem = "\"" + name + "\" is not in snake_case";
            }
        }
        if (description == null || description.toString().isBlank()) {
            problem = "It has no description: @Choice(value = \"" + names.get(0) + "\", description = \"…\")";
        }
        return Findings.of("choice", subject, "its name is snake_case, and one line says what it is", problem);
    }

    private static TryOptions options(ChoiceType<?> type, Map<String, Object> request) {
        TryOptions guessed = Conformance.guess(type);
        Optional<Map<String, Object>> present = given(request.get(PRESENT));
        Optional<Map<String, Object>> absent = given(request.get(ABSENT));
        return new TryOptions(
                present.or(guessed::present), absent.or(guessed::absent), guessed.given() || present.isPresent());
    }

    @SuppressWarnings("unchecked") // who asks gives it so
    private static Optional<Map<String, Object>> given(@Nullable Object options) {
        return Optional.ofNullable((Map<String, Object>) options);
    }

    private static List<String> names(ServiceReference<?> reference) {
        Object names = reference.getProperty(Choice.PROPERTY);
        if (names == null) {
            return List.of();
        }
        return names instanceof String[] several ? List.of(several) : List.of(names.toString());
    }
}
