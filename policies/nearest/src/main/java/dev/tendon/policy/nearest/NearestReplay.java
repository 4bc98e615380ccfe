/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.nearest;

import dev.tendon.api.frame.FrameWriter;
import dev.tendon.api.policy.ActionChunk;
import dev.tendon.api.policy.Observations;
import dev.tendon.api.policy.Policy;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays the demonstration that begins most like this episode, blind to what follows. At its end its last action is held. Owner thread: the
 * worker's.
 */
final class NearestReplay implements Policy {
    private static final Logger LOG = LoggerFactory.getLogger(NearestReplay.class);

    private final Beginnings robot;
    private final Demonstrations demonstrations;
    private double[][] replayed = {};
    private boolean begun;

    NearestReplay(Beginnings robot, Demonstrations demonstrations) {
        this.robot = robot;
        this.demonstrations = demonstrations;
    }

    @Override
    public int observationSteps() {
        return 1;
    }

    /** A demonstration as a whole, so that none of its actions is lost between two plans. */
    @Override
    public int chunkSize() {
        return demonstrations.longest();
    }

    @Override
    public int actionSteps() {
        return chunkSize();
    }

    @Override
    public void warmUp() {
        // Everything was read when it was made.
    }

    @Override
    public void reset() {
        replayed = new double[][] {};
        begun = false;
    }

    @Override
    public void plan(Observations seen, ActionChunk out) {
        if (begun) {
            write(replayed[replayed.length - 1], out);
            return;
        }
        Optional<Beginning> beginning = robot.of(seen.step(seen.steps() - 1));
        if (beginning.isEmpty()) {
            return; // nothing to decide by: the last goal is held
        }
        int episode = demonstrations.nearest(beginning.get());
        LOG.debug("episode {} begins most like this", episode);
        replayed = demonstrations.actions(episode);
        begun = true;
        for (double[] action : replayed) {
            write(action, out);
        }
    }

    private static void write(double[] action, ActionChunk out) {
        FrameWriter next = out.next();
        for (int slot = 0; slot < action.length; slot++) {
            next.value(slot, action[slot]);
        }
    }

    @Override
    public void close() {
        // Nothing to free.
    }
}
