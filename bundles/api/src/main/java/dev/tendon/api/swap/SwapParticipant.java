/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.swap;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Somebody who uses choices of bundles in running sessions and can move from one version to the next: the runtime. A service,
 * called by the plugin store, which knows bundles but no sessions. Thread: any; one call at a time.
 */
@ConsumerType
public interface SwapParticipant {
    /**
     * Both versions are started. Moves every running use of the old bundle's choices to the new bundle's; returns when nothing of
     * the old one is in use any more, so that it may be uninstalled.
     *
     * @return what happened, a line each, for the user: who was exchanged where, and how long it took; empty if nothing was in use
     * @throws SwapRefusedException where some use must stay; everything then runs on the old bundle
     */
    List<String> swap(long oldBundleId, long newBundleId) throws SwapRefusedException;
}
