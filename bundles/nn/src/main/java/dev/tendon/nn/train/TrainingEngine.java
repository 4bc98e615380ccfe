/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn.train;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Trains networks: a service, found by its property {@link #NAME}. Thread: any. */
@ConsumerType
public interface TrainingEngine {
    /** The service property that holds the engine's name: {@code djl}. */
    String NAME = "engine.name";

    /**
     * Devices that are there now, in LeRobot's names; {@code cpu} first.
     *
     * @throws IOException where the engine cannot be loaded
     */
    List<String> devices() throws IOException;

    /**
     * Takes the weights, draws those that are missing, and runs the network once to learn what it needs.
     *
     * @throws dev.tendon.nn.NetworkException where shapes do not fit, or {@link TrainingProgram#LOSS} is not among the outputs
     * @throws dev.tendon.api.option.ConfigException where the device is not there
     * @throws IOException where weights cannot be read, or the engine cannot be loaded
     */
    TrainingProgram prepare(TrainingRequest request) throws IOException;
}
