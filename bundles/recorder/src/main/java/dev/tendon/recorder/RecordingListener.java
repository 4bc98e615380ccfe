/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.recorder;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told how a recording goes on. Called on threads of the recording, one call at a time; it does not wait. */
@ConsumerType
public interface RecordingListener {
    /** Something worth saying aloud: {@code Recording episode 3}. */
    void phase(String sentence);

    /** A line for the user. */
    void line(String line);
}
