/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The heading under which {@code tendon --help} lists a {@link Verb}. */
@ComponentPropertyType
public @interface VerbGroup {
    /** Prepended to the property's name, which thereby is {@code tendon.verb.group}. */
    String PREFIX_ = "tendon.";

    /** The service property. */
    String PROPERTY = "tendon.verb.group";

    /** One or two words: {@code Plugins}. */
    String value();
}
