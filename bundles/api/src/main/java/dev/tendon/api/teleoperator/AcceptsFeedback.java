/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.teleoperator;

import dev.tendon.api.device.DeviceException;
import dev.tendon.api.feature.Features;
import dev.tendon.api.frame.Frame;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A teleoperator that can be moved by the robot: a powered leader that is driven to the follower's pose before a person takes
 * over, or one with force feedback. Thread: the control thread only.
 */
@ConsumerType
public interface AcceptsFeedback {
    /** What {@link #feedback} takes; the same instance always. */
    Features feedbackFeatures();

    /** Sends one tick's feedback. The first call switches the motors on. */
    void feedback(Frame feedback) throws DeviceException;

    /** Lets go: the person moves it freely again. */
    void endFeedback() throws DeviceException;
}
