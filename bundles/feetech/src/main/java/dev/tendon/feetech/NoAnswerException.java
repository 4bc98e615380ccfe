/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.feetech;

import dev.tendon.motors.MotorSilentException;
import java.util.List;

/** Servos that should have answered did not, in as many tries as the settings allow. The message names them. */
public final class NoAnswerException extends MotorSilentException {
    private static final long serialVersionUID = 1;

    private final transient List<Integer> missing;
    private final transient List<Integer> answered;

    NoAnswerException(String message, List<Integer> missing, List<Integer> answered) {
        super(message);
        this.missing = List.copyOf(missing);
        this.answered = List.copyOf(answered);
    }

    /** The ids that gave no answer. */
    public List<Integer> missing() {
        return missing;
    }

    /** The ids that were asked in the same packet and did answer. */
    public List<Integer> answered() {
        return answered;
    }
}
