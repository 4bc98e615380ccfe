/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.runtime;

import dev.tendon.api.frame.Frame;
import org.osgi.annotation.versioning.ProviderType;

/** One tick as it was: what {@link TickTap#next} gives, to be read until the next call. Thread: the tap's reader. */
@ProviderType
public interface Tick {
    /** Its number in the session, from 0; a gap is a tick that the tap had no room for. */
    long number();

    /** When it began, in the session's clock. */
    long beganNs();

    /** How much later than due it began, in nanoseconds. */
    long latenessNs();

    /** Whether the robot could be observed; if not, there is nothing in the frames. */
    boolean observed();

    /** Whether the drive gave an action in this tick; if not, {@link #wanted} is its last one, if there was any. */
    boolean acted();

    /** What was observed, and the cameras' newest pictures. Whoever keeps a picture retains it, and not for long: a camera has few. */
    Frame observation();

    /** What the drive wanted, before any limit; NaN where it never wanted anything. */
    Frame wanted();

    /** What was really sent, after limits; NaN where nothing was. */
    Frame sent();

    /** How long observing the robot and taking the pictures took, in nanoseconds; 0 where {@link #acted} is false. */
    long observeNs();

    /** How long asking the drive took; as above. */
    long driveNs();

    /** How long sending took; as above. */
    long sendNs();

    /** How long the control thread took to leave this tick here. */
    long offerNs();
}
