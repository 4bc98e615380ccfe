/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training.run;

import dev.tendon.api.choice.Chosen;
import dev.tendon.api.option.ConfigException;
import dev.tendon.nn.train.TrainingEngine;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Where it is trained: {@code --policy.device}. */
final class Devices {
    private static final String OPTION = "device";
    private static final String AUTO = "auto";

    private Devices() {}

    /**
     * The device asked for, or the best that is there.
     *
     * @throws ConfigException where it is not there; where a checkpoint names it, the best that is there is taken, with a note
     */
    static String choose(Chosen<?> policy, TrainingEngine engine, Consumer<String> notes) throws IOException {
        List<String> there = engine.devices();
        String best = there.get(there.size() - 1);
        Object wanted = policy.options().get(OPTION);
        if (wanted == null || wanted.equals(AUTO)) {
            return best;
        } else if (there.contains(kind(wanted.toString()))) {
            return wanted.toString();
        } else if (policy.options().get("pretrained_path") != null) {
            notes.accept(
                    "note: the checkpoint was trained on " + wanted + ", which is not here; it goes on on " + best);
            return best;
        }
        throw new ConfigException("--policy.device=" + wanted + " is not here; there are " + there);
    }

    /** Without its number. */
    static String kind(String device) {
        return device.replaceAll(":\\d+$", "");
    }
}
