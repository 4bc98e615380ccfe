/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.feature;

/** Spellings of the units that features carry. A vendor may use others; equal text means equal unit. */
public final class Units {
    /** No unit. */
    public static final String NONE = "";
    /** Degrees of angle. */
    public static final String DEGREES = "deg";
    /** −100 to 100 over a joint's calibrated range. */
    public static final String SIGNED_PERCENT = "-100..100";
    /** 0 to 100 over a joint's calibrated range: grippers. */
    public static final String PERCENT = "0..100";
    /** Metres. */
    public static final String METRES = "m";
    /** Metres per second. */
    public static final String METRES_PER_SECOND = "m/s";
    /** Degrees per second. */
    public static final String DEGREES_PER_SECOND = "deg/s";

    private Units() {}
}
