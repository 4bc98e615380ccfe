/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.shell;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The words that select a {@link Verb}, as a service property of its component: finding verbs wakes none of them. */
@ComponentPropertyType
public @interface VerbName {
    /** Prepended to the property's name, which thereby is {@code tendon.verb.name}. */
    String PREFIX_ = "tendon.";

    /** The service property. */
    String PROPERTY = "tendon.verb.name";

    /** One word or two, separated by a space: {@code replay}, {@code plugins install}. */
    String value();
}
