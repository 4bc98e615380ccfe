/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell.internal;

import dev.tendon.api.choice.ChoiceInfo;
import dev.tendon.config.ChoiceCatalog;
import dev.tendon.config.ChoiceEntry;
import dev.tendon.config.RefusedChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Choices that are a list. */
public final class FakeCatalog implements ChoiceCatalog {
    public final List<ChoiceEntry> entries = new ArrayList<>();
    public final List<RefusedChoice> refused = new ArrayList<>();

    /** How often somebody asked for a choice's record, for which its component must be activated. */
    public int asked;

    public FakeCatalog with(
            String registry, String name, List<String> aliases, String description, Class<? extends Record> config) {
        entries.add(new ChoiceEntry(
                new ChoiceInfo(registry, name, aliases, "com.example." + name, "1.2.3", description), config));
        return this;
    }

    @Override
    public List<ChoiceInfo> list() {
        return entries.stream().map(ChoiceEntry::info).toList();
    }

    @Override
    public Optional<ChoiceEntry> find(String registry, String nameOrAlias) {
        asked++;
        return entries.stream()
                .filter(entry -> entry.info().registry().equals(registry))
                .filter(entry -> entry.info().name().equals(nameOrAlias)
                        || entry.info().aliases().contains(nameOrAlias))
                .findFirst();
    }

    @Override
    public List<RefusedChoice> refused() {
        return refused;
    }
}
