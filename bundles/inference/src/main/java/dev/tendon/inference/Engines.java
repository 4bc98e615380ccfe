/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.api.option.ConfigException;
import dev.tendon.nn.InferenceEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds engines by name. Thread: any. */
@Component(service = Engines.class)
public final class Engines {
    /** Read once a call. */
    @Reference(
            service = InferenceEngine.class,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Map.Entry<Map<String, Object>, InferenceEngine>> engines = List.of();

    /**
     * The engine {@code name}.
     *
     * @throws ConfigException where there is none
     */
    public InferenceEngine named(String name) {
        List<Map.Entry<Map<String, Object>, InferenceEngine>> all = engines;
        return all.stream()
                .filter(engine -> name.equals(engine.getKey().get(InferenceEngine.NAME)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new ConfigException("--engine=" + name + ": there is no such engine here, only "
                        + all.stream()
                                .map(engine -> engine.getKey().get(InferenceEngine.NAME))
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
