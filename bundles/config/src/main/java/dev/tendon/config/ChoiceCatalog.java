/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.config;

import dev.tendon.api.choice.ChoiceInfo;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The choices that are installed, with the records that declare their options. Thread: any. */
@ProviderType
public interface ChoiceCatalog {
    /** Every choice of every registry, by registry and then name. Starts no component. */
    List<ChoiceInfo> list();

    /**
     * The choice of a registry with this name or alias.
     *
     * @param registry the registry's name, such as {@code robot}
     * @param nameOrAlias as the user gives it
     */
    Optional<ChoiceEntry> find(String registry, String nameOrAlias);

    /** The claims that were refused, since another bundle has the name. */
    List<RefusedChoice> refused();
}
