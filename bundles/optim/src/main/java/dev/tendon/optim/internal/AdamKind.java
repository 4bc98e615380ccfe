/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adam, or AdamW where weight decay is decoupled from the gradient: PyTorch 2.13, {@code torch/optim/adam.py}. */
record AdamKind(double rate, List<Double> betas, double eps, double weightDecay, boolean decoupled)
        implements RuleKind {
    @Override
    public Map<String, Object> defaults() {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("lr", rate);
        entries.put("betas", betas);
        entries.put("eps", eps);
        entries.put("weight_decay", weightDecay);
        entries.put("amsgrad", false);
        entries.put("maximize", false);
        entries.put("foreach", null);
        entries.put("capturable", false);
        entries.put("differentiable", false);
        entries.put("fused", null);
        entries.put("decoupled_weight_decay", decoupled);
        return entries;
    }

    @Override
    public Rule rule(Map<String, Object> entries) {
        RuleKind.refuse(entries, Arrays.asList("amsgrad", "maximize"));
        if (!(entries.get("betas") instanceof List<?> two)
                || two.size() != 2
                || !(two.get(0) instanceof Number first)
                || !(two.get(1) instanceof Number second)) {
            throw new IllegalArgumentException("a group's \"betas\" are no two numbers but " + entries.get("betas"));
        }
        boolean apart = entries.containsKey("decoupled_weight_decay")
                ? RuleKind.truth(entries, "decoupled_weight_decay")
                : decoupled; // PyTorch before 2.7 did not write it
        return new AdamRule(
                first.doubleValue(),
                second.doubleValue(),
                RuleKind.number(entries, "eps"),
                RuleKind.number(entries, "weight_decay"),
                apart);
    }
}
