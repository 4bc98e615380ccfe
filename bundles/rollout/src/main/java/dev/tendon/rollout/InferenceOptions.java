/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.rollout;

import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;

/** How plans are made. */
@Describe("How plans are made")
record InferenceOptions(
        @Describe(
                        "sync is LeRobot's default; here every plan is made beside the loop, which never waits for it. rtc is for policies that plan by flow matching")
                @Default("sync")
                InferenceType type) {}
