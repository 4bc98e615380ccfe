/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.api.policy.PolicyType;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of policy whose checkpoints can be looked at, run and exported without a robot. Thread: any. */
@ConsumerType
public interface CheckpointPolicy<C extends Record> extends PolicyType<C> {
    /**
     * What the checkpoint that {@code config} names computes.
     *
     * @throws dev.tendon.api.option.ConfigException where options contradict each other, or no checkpoint is named
     * @throws IOException where the checkpoint is damaged
     */
    PolicyModel model(C config) throws IOException;
}
