/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Hears what a run does. Called by the run's thread. */
public interface RunListener {
    /** After every step. */
    default void step(StepFigures figures) {}

    /**
     * Means since the last time.
     *
     * @param epochs how often all items were drawn
     */
    default void means(long step, double epochs, Map<String, Double> means) throws IOException {}

    /** The loss on what is held out. */
    default void heldOut(long step, double loss) throws IOException {}

    /** A checkpoint is about to be saved. */
    default void saving(long step) throws IOException {}

    /** It is saved. */
    default void saved(long step, Path folder) {}
}
