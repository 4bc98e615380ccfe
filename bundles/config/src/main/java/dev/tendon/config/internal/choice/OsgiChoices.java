/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.choice;

import dev.tendon.api.choice.Choice;
import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.api.choice.ChoiceType;
import dev.tendon.api.choice.Choices;
import dev.tendon.api.choice.Chosen;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ChoiceEntry;
import dev.tendon.config.RefusedChoice;
import dev.tendon.config.internal.bind.Binder;
import dev.tendon.config.internal.bind.Problems;
import dev.tendon.config.internal.tree.PlainData;
import dev.tendon.config.internal.tree.Source;
import dev.tendon.config.internal.tree.Value.Entries;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registries over the OSGi service registry: every service with the property {@code tendon.choice}, whichever registry
 * interface it has. Services are known by their properties; one is got, and let go again, only to ask for its record.
 */
@Component(
        service = {Choices.class, ChoiceCatalog.class},
        immediate = true) // it remembers who has which name
public final class OsgiChoices implements Choices, ChoiceCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(OsgiChoices.class);

    private final Claims<ComponentServiceObjects<Object>> claims = new Claims<>();
    private final Map<Object, Claim> bound = new ConcurrentHashMap<>();
    private final Set<RefusedChoice> reported = new HashSet<>();

    /** No choices yet. */
    @Activate
    public OsgiChoices() {}

    @Reference(
            name = "choice",
            service = AnyService.class,
            target = "(" + Choice.PROPERTY + "=*)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindChoice(ComponentServiceObjects<Object> service) {
        ServiceReference<Object> reference = service.getServiceReference();
        Claim claim = claim(reference);
        bound.put(serviceId(reference), claim);
        for (RefusedChoice refused : claims.add(claim, service)) {
            synchronized (reported) {
                if (!reported.add(refused)) {
                    continue;
                }
            }
            LOG.warn(
                    "{} {} also offers {} \"{}\": refused, {} has that name. Uninstall or disable one of the two.",
                    refused.bundle(),
                    refused.version(),
                    refused.registry(),
                    refused.name(),
                    refused.keeper());
        }
    }

    void unbindChoice(ComponentServiceObjects<Object> service) {
        Claim claim = bound.remove(serviceId(service.getServiceReference()));
        if (claim != null) {
            claims.remove(claim);
        }
    }

    @Override
    public List<ChoiceInfo> list() {
        return claims.list();
    }

    @Override
    public List<RefusedChoice> refused() {
        return claims.refused();
    }

    @Override
    public Optional<ChoiceEntry> find(String registry, String nameOrAlias) {
        return claims.find(registry, nameOrAlias).flatMap(granted -> configType(granted.target())
                .map(configType -> new ChoiceEntry(granted.info(), configType)));
    }

    @Override
    public <C extends Record> C bind(ChoiceType<C> type, Chosen<?> chosen) {
        Problems problems = new Problems("");
        Entries given = (Entries) PlainData.value(chosen.options(), Source.DATA);
        C config = new Binder(this, problems).record(type.configType(), List.of(given), chosen.type());
        problems.throwIfAny();
        return Objects.requireNonNull(config);
    }

    /** Empty where the service has just gone, or is none of ours in spite of its property. */
    private static Optional<Class<? extends Record>> configType(ComponentServiceObjects<Object> objects) {
        Object service = objects.getService();
        if (service == null) {
            return Optional.empty();
        }
        try {
            return service instanceof ChoiceType<?> type ? Optional.of(type.configType()) : Optional.empty();
        } finally {
            objects.ungetService(service);
        }
    }

    private static Claim claim(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        Object names = reference.getProperty(Choice.PROPERTY);
        Object description = reference.getProperty(Choice.DESCRIPTION_PROPERTY);
        return new Claim(
                Claim.registries(List.of((String[]) reference.getProperty(Constants.OBJECTCLASS))),
                names instanceof String[] several ? List.of(several) : List.of(String.valueOf(names)),
                Claim.description(description == null ? Map.of() : Map.of(Choice.DESCRIPTION_PROPERTY, description)),
                bundle == null ? "" : bundle.getSymbolicName(),
                bundle == null ? "0.0.0" : bundle.getVersion().toString(),
                bundle == null ? -1 : bundle.getBundleId(),
                serviceId(reference));
    }

    private static long serviceId(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }
}
