/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.Program;
import dev.tendon.nn.ProgramRequest;
import java.io.IOException;

/** Prepares programs of checkpoints. */
public final class Programs {
    private static final String DEVICE = "cpu";

    private Programs() {}

    /** A program of {@code model}, for the caller to close. */
    public static Program prepare(InferenceEngine engine, PolicyModel model) throws IOException {
        return prepare(engine, model, true);
    }

    /** The same; {@code kept} says whether the engine may keep what it prepares. */
    static Program prepare(InferenceEngine engine, PolicyModel model, boolean kept) throws IOException {
        return prepare(engine, model, model.request(DEVICE, kept));
    }

    /** A program in single precision, whatever the policy's options say. */
    static Program exact(InferenceEngine engine, PolicyModel model) throws IOException {
        return exact(engine, model, true);
    }

    static Program exact(InferenceEngine engine, PolicyModel model, boolean kept) throws IOException {
        ProgramRequest asked = model.request(DEVICE, kept);
        return prepare(
                engine,
                model,
                new ProgramRequest(
                        asked.name(),
                        asked.network(),
                        asked.weights(),
                        asked.inputs(),
                        asked.device(),
                        asked.threads(),
                        kept));
    }

    private static Program prepare(InferenceEngine engine, PolicyModel model, ProgramRequest request)
            throws IOException {
        try {
            return engine.prepare(request);
        } catch (NetworkException e) {
            throw model.checkpoint().unfit(e);
        }
    }
}
