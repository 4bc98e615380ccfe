/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.choice;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The name of a choice, and its other names, as a service property of the {@link ChoiceType} component: listing choices
 * wakes no bundle.
 *
 * <pre>{@code
 * @Component
 * @Choice("so101_follower")
 * public final class So101FollowerType implements RobotType<So101FollowerConfig> { … }
 * }</pre>
 */
@ComponentPropertyType
public @interface Choice {
    /** Prepended to the property's name, which thereby is {@code tendon.choice}. */
    String PREFIX_ = "tendon.";

    /** The service property. */
    String PROPERTY = "tendon.choice";

    /** The name, then aliases; snake_case. */
    String[] value();
}
