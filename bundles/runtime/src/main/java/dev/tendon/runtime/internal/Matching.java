/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.feature.Feature;
import dev.tendon.api.feature.Features;
import dev.tendon.api.feature.Units;
import dev.tendon.api.option.ConfigException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches values by name, once, so that the loop copies by slot. Units must be equal where both are known: the empty unit is
 * that of a recording, which does not know.
 */
final class Matching {
    private Matching() {}

    /** A value of an action. */
    record Value(String name, String unit) {
        @Override
        public String toString() {
            return unit.isEmpty() ? name : name + " (" + unit + ")";
        }
    }

    /** The values of {@code features}, by slot. */
    static List<Value> values(Features features) {
        List<String> names = features.layout().valueNames();
        List<Value> values = new ArrayList<>();
        for (Feature feature : features.list()) {
            if (feature.numeric()) {
                for (int i = 0; i < feature.elements(); i++) {
                    values.add(new Value(names.get(values.size()), feature.unit()));
                }
            }
        }
        return values;
    }

    /** Values whose unit nobody knows. */
    static List<Value> values(List<String> names) {
        return names.stream().map(n -> new Value(n, Units.NONE)).toList();
    }

    /**
     * For each slot of the robot's action, the slot of {@code given} that goes there.
     *
     * @param giver what gives the actions, in messages
     * @throws ConfigException with every difference
     */
    static int[] match(String giver, List<Value> given, String robot, Features action) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            byName.put(given.get(i).name(), i);
        }
        List<Value> taken = values(action);
        int[] slots = new int[taken.size()];
        List<String> differences = new ArrayList<>();
        for (int slot = 0; slot < slots.length; slot++) {
            Value take = taken.get(slot);
            Integer from = byName.remove(take.name());
            if (from == null) {
                differences.add("without " + take);
            } else if (!fits(given.get(from), take)) {
                differences.add(given.get(from) + " instead of " + take);
            } else {
                slots[slot] = from;
            }
        }
        byName.values().forEach(i -> differences.add("with " + given.get(i)));
        if (!differences.isEmpty()) {
            throw new ConfigException("The actions of " + giver + " are not those of " + robot + ": "
                    + String.join("; ", differences) + ". Choose one that fits, or set the robot's units to match.");
        }
        return slots;
    }

    private static boolean fits(Value given, Value taken) {
        return given.unit().isEmpty() || taken.unit().isEmpty() || given.unit().equals(taken.unit());
    }

    /** For each slot of the action, the slot of the same name in the observation; -1 where there is none. */
    static int[] observedSlots(Features action, Features observation) {
        List<String> observed = observation.layout().valueNames();
        List<String> names = action.layout().valueNames();
        int[] slots = new int[names.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = observed.indexOf(names.get(i));
        }
        return slots;
    }
}
