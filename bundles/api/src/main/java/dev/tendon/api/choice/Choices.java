/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.choice;

import dev.tendon.api.option.ConfigException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The choice registries of this host, over the OSGi service registry. Provided by {@code dev.tendon.config}. Thread: any. */
@ProviderType
public interface Choices {
    /** Every choice of every registry, by registry and then name. Wakes no bundle. */
    List<ChoiceInfo> list();

    /**
     * Turns what was chosen into the config record of {@code type}.
     *
     * @throws ConfigException with every mistake, if the options do not fit that version's record
     */
    <C extends Record> C bind(ChoiceType<C> type, Chosen<?> chosen);
}
