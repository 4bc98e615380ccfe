/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A device that counts what goes wrong on its bus and is mended within a tick. A second interface of a robot or teleoperator. Counts are
 * since the instance connected, and 0 while it is not. Thread: the control thread only. Allocates nothing.
 */
@ConsumerType
public interface HasBusErrors {
    /** Questions asked again. */
    long busRetries();

    /** Questions that somebody left unanswered in time, retries included. */
    long busTimeouts();

    /** Answers with a wrong checksum. */
    long busChecksumErrors();
}
