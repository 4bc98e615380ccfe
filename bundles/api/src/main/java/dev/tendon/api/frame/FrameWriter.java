/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.frame;

import dev.tendon.api.feature.Layout;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a device writes an observation or an action. Its first slots are those of the device's own layout, in every slot
 * kind; a host may have more behind them. Valid for the duration of the call. Thread: the one it was handed to.
 */
@ProviderType
public interface FrameWriter {
    Layout layout();

    /** When this was measured or decided, in the session's clock; the host stamps what is not stamped. */
    void timestampNs(long timestampNs);

    void value(int slot, double value);

    /** Takes a reference of its own ({@link Image#tryRetain}); the caller keeps and releases its own. */
    void image(int slot, Image image);

    void text(int slot, String text);
}
