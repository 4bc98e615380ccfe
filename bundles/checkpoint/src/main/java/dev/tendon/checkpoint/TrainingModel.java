/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.checkpoint;

import dev.tendon.nn.Network;
import dev.tendon.nn.Port;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A policy as training sees it. Immutable. Thread: any.
 *
 * <p>The loss is given normalised numbers: whoever trains brings each feature to the network's scale while it is copied, which for a picture
 * is one look into a table a pixel, and costs nothing where it is done by the threads that read ahead.
 */
@ConsumerType
public interface TrainingModel {
    /** The output of {@link #loss} that is made small. */
    String LOSS = "loss";

    /** What an input's name ends in that tells which frames of a feature are outside the episode. */
    String PADDING = "_is_pad";

    /** The loss, single numbers by name: {@link #LOSS}, and its parts, which are told beside it. */
    Network loss();

    /** The output of {@link #loss} that tells how well it does on data that it does not learn from. */
    String heldOut();

    /**
     * What the loss is given for a batch: features by name, normalised; {@code FEATURE_is_pad}, truth values; and what is {@link #drawn}.
     * A feature with {@link TrainingSteps} has their axis behind the batch's.
     */
    List<Port> inputs(int batch);

    /** Inputs that come from no dataset. */
    List<DrawnInput> drawn();

    /** Which frames around the one that is drawn are wanted. */
    TrainingSteps steps();

    /** What the parameters begin with, and which of them are trained how. */
    TrainingWeights weights();

    /** The optimizer and the scheduler that its authors advise. */
    TrainingPreset preset();

    /** The policy's part of a checkpoint. */
    TrainedPolicy policy();

    /** Inputs and outputs that are normalised, by name; all of {@link TrainedPolicy}'s. */
    default Map<String, PolicyFeature> features() {
        return policy().features();
    }
}
