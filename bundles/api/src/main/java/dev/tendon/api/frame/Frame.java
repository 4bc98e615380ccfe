/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.frame;

import dev.tendon.api.feature.Layout;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One observation or one action, to be read. Valid for the duration of the call that hands it over, unless that call says
 * otherwise. Thread: the one it was handed to.
 */
@ProviderType
public interface Frame {
    Layout layout();

    /** When this was measured or decided, in the session's clock. */
    long timestampNs();

    /** The number in value slot {@code slot}; NaN where none was written. */
    double value(int slot);

    /** Copies all value slots to the start of {@code target}. */
    void copyValues(double[] target);

    /** The picture in image slot {@code slot}; null where no camera has delivered one yet. Not retained for the caller. */
    @Nullable
    Image image(int slot);

    /** The text in text slot {@code slot}; empty where none was written. */
    String text(int slot);
}
