/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** What a policy computes from one observation, in the robot's own units. Immutable. Thread: any. */
@ConsumerType
public interface PolicyModel {
    /** Its checkpoint. */
    Checkpoint checkpoint();

    /** What it is given, by name. */
    Map<String, PolicyFeature> inputs();

    /** What it gives, by name. */
    Map<String, PolicyFeature> outputs();

    /** How many actions it plans at once. */
    int chunkSize();

    /** How many of them are carried out before it plans anew. */
    int actionSteps();

    /**
     * What an engine is to be asked: the network with its normalization, a batch of one.
     *
     * @param device where it is to run
     * @param kept whether the engine may keep what it prepares
     */
    ProgramRequest request(String device, boolean kept);

    /** The policy's rule for which action comes next, over {@code program}, prepared as {@link #request} says. */
    ActionSelector selector(Program program);
}
