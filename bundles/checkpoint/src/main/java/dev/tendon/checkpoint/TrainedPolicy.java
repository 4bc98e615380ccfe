/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy's part of a checkpoint, but its weights.
 *
 * @param config config.json, {@code type} first, in LeRobot's order
 * @param inputs what it is given, in LeRobot's order
 * @param outputs what it gives
 * @param modes how each kind of feature is normalised, in LeRobot's order
 * @param processors makes the steps before and after it
 */
public record TrainedPolicy(
        Map<String, Object> config,
        Map<String, PolicyFeature> inputs,
        Map<String, PolicyFeature> outputs,
        Map<FeatureKind, NormalizationMode> modes,
        Processors processors) {
    /** Makes the steps that a checkpoint keeps around a policy. */
    @FunctionalInterface
    public interface Processors {
        /**
         * The steps.
         *
         * @param statistics of the data that it is trained on
         * @param renames new names by the dataset's own
         */
        ProcessorSteps with(Statistics statistics, Map<String, String> renames);
    }

    public TrainedPolicy {
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        modes = Collections.unmodifiableMap(new LinkedHashMap<>(modes));
    }

    /** Inputs, then outputs. */
    public Map<String, PolicyFeature> features() {
        Map<String, PolicyFeature> all = new LinkedHashMap<>(inputs);
        all.putAll(outputs);
        return all;
    }

    /**
     * LeRobot's usual steps: rename, batch, device, normalise; and back (0.6, {@code processor/factory.py}).
     *
     * @param device where it was trained
     */
    public static TrainedPolicy usual(
            Map<String, Object> config,
            Map<String, PolicyFeature> inputs,
            Map<String, PolicyFeature> outputs,
            Map<FeatureKind, NormalizationMode> modes,
            String device) {
        Map<String, PolicyFeature> all = new LinkedHashMap<>(inputs);
        all.putAll(outputs);
        return new TrainedPolicy(
                config,
                inputs,
                outputs,
                modes,
                (statistics, renames) -> new ProcessorSteps(
                        List.of(
                                ProcessorSteps.Step.renaming(renames),
                                ProcessorSteps.Step.batching(),
                                ProcessorSteps.Step.device(device),
                                ProcessorSteps.Step.normalizing(all, modes, statistics)),
                        List.of(
                                ProcessorSteps.Step.unnormalizing(outputs, modes, statistics),
                                ProcessorSteps.Step.device("cpu"))));
    }
}
