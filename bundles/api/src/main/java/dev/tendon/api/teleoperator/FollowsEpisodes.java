/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.teleoperator;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A teleoperator that is told when an episode is recorded: a script that begins a demonstration with it, and lays its scene out anew
 * afterwards. Where nothing is recorded it is told nothing. Thread: the control thread only, before the next {@link Teleoperator#read}.
 */
@ConsumerType
public interface FollowsEpisodes {
    /** An episode has begun: with the tick before this one, or a few before where time is real. */
    void episodeBegan();

    /** It is over: what comes now is not recorded, until the next one begins. */
    void episodeEnded();
}
