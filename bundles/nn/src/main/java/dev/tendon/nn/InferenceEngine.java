/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.nn;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Runs networks: a service, found by its property {@link #NAME}. Thread: any. */
@ConsumerType
public interface InferenceEngine {
    /** The service property that holds the engine's name: {@code onnx}, {@code djl}. */
    String NAME = "engine.name";

    /**
     * Devices that are there now, in LeRobot's names; {@code cpu} first.
     *
     * @throws IOException where the engine cannot be loaded
     */
    List<String> devices() throws IOException;

    /** What a user can do where {@code device} is not among {@link #devices}: a sentence; empty where there is no advice. */
    default String advice(String device) {
        return "";
    }

    /**
     * Builds a program, which may take seconds.
     *
     * @throws NetworkException where shapes do not fit, or a weight is missing or of another shape
     * @throws dev.tendon.api.option.ConfigException where the device is not there
     * @throws IOException where weights cannot be read, or the engine cannot be loaded
     */
    Program prepare(ProgramRequest request) throws IOException;
}
