/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime.internal;

import dev.tendon.api.choice.Chosen;
import org.jspecify.annotations.Nullable;

/**
 * The place of a device in a session, who sits there changes. Written by the control thread (before the loop: by who opens
 * the session); read by any.
 */
final class Seat<D extends AutoCloseable> {
    private final Kind kind;
    private final String label;
    private final Chosen<?> chosen;
    private volatile @Nullable Mount<D> mount;
    private volatile boolean lost;

    Seat(Kind kind, String label, Chosen<?> chosen) {
        this.kind = kind;
        this.label = label;
        this.chosen = chosen;
    }

    Kind kind() {
        return kind;
    }

    /** In messages: {@code so101_follower "left"}. */
    String label() {
        return label;
    }

    Chosen<?> chosen() {
        return chosen;
    }

    /** Who sits here; null where the choice vanished. */
    @Nullable
    Mount<D> mount() {
        return mount;
    }

    /** Whether who sits here is lost, and is not to be called any more. */
    boolean lost() {
        return lost;
    }

    void lost(boolean now) {
        lost = now;
    }

    void mount(@Nullable Mount<D> next) {
        mount = next;
    }
}
