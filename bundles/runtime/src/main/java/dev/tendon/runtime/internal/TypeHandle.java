/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.choice.ChoiceType;
import java.util.List;

/** A choice on offer, by a bundle, whether or not it is awake. Thread: any. */
interface TypeHandle {
    Kind kind();

    /** The choice's name, then its aliases. */
    List<String> names();

    long bundleId();

    /** The bundle in messages: {@code dev.tendon.robot.so101 0.1.0}. */
    String bundle();

    /**
     * The type service, kept until {@link #release}d as often.
     *
     * @throws IllegalStateException where it vanished meanwhile
     */
    ChoiceType<?> acquire();

    void release();
}
