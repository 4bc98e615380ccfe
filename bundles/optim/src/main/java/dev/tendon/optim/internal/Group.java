/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import dev.tendon.optim.ParameterGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parameter group at work: what the file says of it, and the rule that follows from it. Thread: its optimizer's. */
final class Group {
    private static final String RATE = "lr";
    private static final String INITIAL = "initial_lr";
    private static final String PARAMETERS = "params";

    private final RuleKind kind;
    private final List<ParameterState> states;
    private Map<String, Object> entries = new LinkedHashMap<>();
    private Rule rule;
    private double initialRate;
    private double rate;

    Group(RuleKind kind, ParameterGroup group, Map<String, Object> own) {
        this.kind = kind;
        this.states = group.parameters().stream().map(ParameterState::new).toList();
        group.rate().ifPresent(given -> entries.put(RATE, given));
        group.weightDecay().ifPresent(given -> entries.put("weight_decay", given));
        entries.putAll(own);
        kind.defaults().forEach(entries::putIfAbsent);
        rule = kind.rule(entries);
        initialRate = RuleKind.number(entries, RATE);
        rate = initialRate;
    }

    Rule rule() {
        return rule;
    }

    List<ParameterState> states() {
        return states;
    }

    double rate() {
        return rate;
    }

    double initialRate() {
        return initialRate;
    }

    void scale(double factor) {
        entries.putIfAbsent(INITIAL, initialRate);
        rate = initialRate * factor;
    }

    /** The file's entry, {@code first} being the number of its first parameter. */
    Map<String, Object> toPlain(int first) {
        Map<String, Object> plain = new LinkedHashMap<>(entries);
        plain.put(RATE, rate);
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            numbers.add(first + i);
        }
        plain.put(PARAMETERS, numbers);
        return plain;
    }

    /**
     * What a file makes of a group.
     *
     * @param rule that follows from it
     * @param apply makes it so
     */
    record Replacement(Rule rule, Runnable apply) {}

    /** What {@code plain} makes of this group, checked. */
    Replacement replacement(Object plain) {
        if (!(plain instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a group is no object");
        }
        Map<String, Object> given = new LinkedHashMap<>();
        map.forEach((key, value) -> given.put(String.valueOf(key), value));
        Object numbers = given.remove(PARAMETERS);
        if (!(numbers instanceof List<?> list) || list.size() != states.size()) {
            throw new IllegalArgumentException("a group has "
                    + (numbers instanceof List<?> other ? other.size() : "no list of") + " parameters, not "
                    + states.size());
        }
        double now = RuleKind.number(given, RATE);
        double initial = given.containsKey(INITIAL) ? RuleKind.number(given, INITIAL) : now;
        Rule other = kind.rule(given);
        return new Replacement(other, () -> {
            entries = given;
            rule = other;
            rate = now;
            initialRate = initial;
        });
    }
}
