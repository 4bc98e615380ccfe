/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.motors;

import java.util.List;

/**
 * Who answered a question to all. Thread: any.
 *
 * @param motors in the order of their ids
 * @param garbled whether there were answers besides, that could not be read or came twice: two motors of one id, or noise
 */
public record BusSurvey(List<FoundMotor> motors, boolean garbled) {
    public BusSurvey {
        motors = List.copyOf(motors);
    }
}
