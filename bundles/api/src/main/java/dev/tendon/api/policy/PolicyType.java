/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.policy;

import dev.tendon.api.choice.ChoiceType;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of policy: a choice of {@code --policy.type}, or of {@code "type"} in a checkpoint's config.json. Thread: any. */
@ConsumerType
public interface PolicyType<C extends Record> extends ChoiceType<C> {
    /**
     * Makes a policy for a robot. May read its weights; starts no thread.
     *
     * @throws dev.tendon.api.option.ConfigException where the checkpoint does not fit the robot: with every difference
     */
    Policy create(C config, PolicyContext context);
}
