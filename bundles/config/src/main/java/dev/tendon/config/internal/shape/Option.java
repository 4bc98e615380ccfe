/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config.internal.shape;

import java.util.List;
import java.util.Optional;

/**
 * One option: a component of a record.
 *
 * @param name in snake_case
 * @param aliases other spellings
 * @param aliasesFrom who spells it so, such as {@code LeRobot 2025}; empty: nobody in particular
 * @param type what it takes
 * @param description one line; may be empty
 * @param unit of a number; may be empty
 * @param fallback the value where none is given, as a user would write it
 * @param noEffect why it changes nothing
 * @param positional what stands for it in usage lines, where it is given by position
 */
public record Option(
        String name,
        List<String> aliases,
        String aliasesFrom,
        OptionType type,
        String description,
        String unit,
        Optional<String> fallback,
        Optional<String> noEffect,
        Optional<String> positional) {

    /** Whether it goes by {@code spelling}, in which dashes may stand for underscores. */
    public boolean goesBy(String spelling) {
        return name.equals(spelling) || aliases.contains(spelling);
    }

    /** Whether the user must give it. */
    public boolean required() {
        return fallback.isEmpty()
                && (type instanceof OptionType.Basic
                        || type instanceof OptionType.Words
                        || type instanceof OptionType.Union
                        || type instanceof OptionType.Choice);
    }

    /** For messages: what is wanted, with the unit. */
    public String wanted() {
        return unit.isEmpty() ? type.wanted() : type.wanted() + " (" + unit + ")";
    }
}
