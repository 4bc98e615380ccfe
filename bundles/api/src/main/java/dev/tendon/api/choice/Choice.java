/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.choice;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The name of a choice, its other names and what it is, as service properties of the {@link ChoiceType} component: listing
 * choices starts no component.
 *
 * <pre>{@code
 * @Component
 * @Choice(value = "so101_follower", description = "SO-101 follower arm (Feetech STS3215)")
 * public final class So101FollowerType implements RobotType<So101FollowerConfig> { … }
 * }</pre>
 */
@ComponentPropertyType
public @interface Choice {
    /** Prepended to the properties' names, which thereby are {@code tendon.choice} and {@code tendon.description}. */
    String PREFIX_ = "tendon.";

    /** The service property that holds the names. */
    String PROPERTY = "tendon.choice";

    /** The service property that holds the description. */
    String DESCRIPTION_PROPERTY = "tendon.description";

    /** The name, then aliases; snake_case. */
    String[] value();

    /** What this choice is, in one line without a full stop, for lists and {@code --help}. */
    String description() default "";
}
