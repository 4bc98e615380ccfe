/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.inference;

import dev.tendon.checkpoint.PolicyModel;
import dev.tendon.nn.InferenceEngine;
import dev.tendon.nn.NetworkException;
import dev.tendon.nn.Program;
import java.io.IOException;

/** Prepares programs of checkpoints. */
final class Programs {
    private static final String DEVICE = "cpu";

    private Programs() {}

    /** A program of {@code model}, for the caller to close. */
    static Program prepare(InferenceEngine engine, PolicyModel model) throws IOException {
        return prepare(engine, model, true);
    }

    /** The same; {@code kept} says whether the engine may keep what it prepares. */
    static Program prepare(InferenceEngine engine, PolicyModel model, boolean kept) throws IOException {
        try {
            return engine.prepare(model.request(DEVICE, kept));
        } catch (NetworkException e) {
            throw model.checkpoint().unfit(e);
        }
    }
}
