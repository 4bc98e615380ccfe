/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.itest.toys;

import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import dev.tendon.api.policy.PolicyContext;
import dev.tendon.api.policy.PolicyType;

/** A vendor's first policy: sends every joint to the middle of its range. */
public final class ToyPolicyType implements PolicyType<ToyConfig> {
    /** System property that tells a test that the component was activated, across class loaders. */
    public static final String MADE = "tendon.itest.toy.made";

    public ToyPolicyType() {
        System.setProperty(MADE, "true");
    }

    @Override
    public Class<ToyConfig> configType() {
        return ToyConfig.class;
    }

    @Override
    public Policy create(ToyConfig config, PolicyContext context) {
        int values = context.actionFeatures().layout().values();
        return new Policy() {
            @Override
            public int observationSteps() {
                return 1;
            }

            @Override
            public int chunkSize() {
                return 1;
            }

            @Override
            public int actionSteps() {
                return 1;
            }

            @Override
            public void warmUp() {
                // Nothing to load.
            }

            @Override
            public void reset() {
                // Remembers nothing.
            }

            @Override
            public void plan(Observations seen, ActionChunk out) {
                var action = out.next();
                for (int slot = 0; slot < values; slot++) {
                    action.value(slot, 0);
                }
            }

            @Override
            public void close() {
                System.setProperty(CLOSED, "true");
            }
        };
    }

    /** System property that tells a test that an instance was closed, across class loaders. */
    public static final String CLOSED = "tendon.itest.toy.closed";
}
