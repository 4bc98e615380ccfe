/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of policy that can be trained. Thread: any. */
@ConsumerType
public interface TrainablePolicy<C extends Record> extends CheckpointPolicy<C> {
    /**
     * How the policy that {@code config} describes is trained on {@code data}.
     *
     * @throws dev.tendon.api.option.ConfigException where options contradict each other or the data
     * @throws IOException where {@code config} names a checkpoint to begin with that is damaged
     */
    TrainingModel training(C config, TrainingData data) throws IOException;
}
