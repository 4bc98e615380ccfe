/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.plugins.internal;

import dev.tendon.api.swap.SwapParticipant;
import dev.tendon.api.swap.SwapRefusedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks everybody who uses a bundle's choices to move to another version of it, or to none. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final BundleContext context;

    Exchange(BundleContext context) {
        this.context = context;
    }

    /**
     * Moves all users, or none: those that moved before one refuses are moved back.
     *
     * @return what the users said
     */
    List<String> run(Bundle from, Bundle to) throws SwapRefusedException {
        List<String> said = new ArrayList<>();
        Deque<SwapParticipant> moved = new ArrayDeque<>();
        for (ServiceReference<SwapParticipant> reference : participants()) {
            SwapParticipant participant = context.getService(reference);
            if (participant != null) {
                try {
                    said.addAll(participant.swap(from.getBundleId(), to.getBundleId()));
                    moved.push(participant);
                } catch (SwapRefusedException e) {
                    moveBack(moved, to, from);
                    throw e;
                } catch (RuntimeException | LinkageError e) {
                    moveBack(moved, to, from);
                    throw new SwapRefusedException("the exchange failed: " + Words.cause(e), e);
                } finally {
                    context.ungetService(reference);
                }
            }
        }
        return said;
    }

    private static void moveBack(Deque<SwapParticipant> moved, Bundle from, Bundle to) {
        for (SwapParticipant participant : moved) {
            try {
                participant.swap(from.getBundleId(), to.getBundleId());
            } catch (SwapRefusedException | RuntimeException e) {
                LOG.error("{} could not be moved back to {}; it stops", participant, to, e);
            }
        }
    }

    private Collection<ServiceReference<SwapParticipant>> participants() {
        try {
            return context.getServiceReferences(SwapParticipant.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
