/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stochastic gradient descent: PyTorch 2.13, {@code torch/optim/sgd.py}. */
record SgdKind(double rate, double momentum, double dampening, double weightDecay, boolean nesterov)
        implements RuleKind {
    @Override
    public Map<String, Object> defaults() {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("lr", rate);
        entries.put("momentum", momentum);
        entries.put("dampening", dampening);
        entries.put("weight_decay", weightDecay);
        entries.put("nesterov", nesterov);
        entries.put("maximize", false);
        entries.put("foreach", null);
        entries.put("differentiable", false);
        entries.put("fused", null);
        return entries;
    }

    @Override
    public Rule rule(Map<String, Object> entries) {
        RuleKind.refuse(entries, List.of("maximize"));
        return new SgdRule(
                RuleKind.number(entries, "momentum"),
                RuleKind.number(entries, "dampening"),
                RuleKind.number(entries, "weight_decay"),
                RuleKind.truth(entries, "nesterov"));
    }
}
