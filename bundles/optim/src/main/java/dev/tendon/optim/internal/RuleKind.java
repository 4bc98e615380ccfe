/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.optim.internal;

import java.util.List;
import java.util.Map;

/** A kind of rule, as its options stand in {@code optimizer_param_groups.json}. */
interface RuleKind {
    /** What the file has for a group after its own entries, in the file's order, with the rate as {@code lr}. */
    Map<String, Object> defaults();

    /**
     * The rule that these entries describe.
     *
     * @throws IllegalArgumentException where an entry is missing or asks for what is not done here: a clause
     */
    Rule rule(Map<String, Object> entries);

    /** The number under {@code key}. */
    static double number(Map<String, Object> entries, String key) {
        if (entries.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("a group's \"" + key + "\" is no number but " + entries.get(key));
    }

    /** The truth value under {@code key}; false where there is none. */
    static boolean truth(Map<String, Object> entries, String key) {
        return Boolean.TRUE.equals(entries.get(key));
    }

    /** Refuses truth values that would change the formula. */
    static void refuse(Map<String, Object> entries, List<String> keys) {
        for (String key : keys) {
            if (truth(entries, key)) {
                throw new IllegalArgumentException("a group asks for \"" + key + "\", which is not known here");
            }
        }
    }
}
