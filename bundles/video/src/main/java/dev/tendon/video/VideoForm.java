/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

/** How the file that an encoder writes is laid out. */
public enum VideoForm {
    /**
     * Fragmented MP4: whatever the encoder gives out is in the file at once, with all that is needed to read it. A file that is torn
     * off anywhere still has every whole frame before the tear.
     */
    FRAGMENTED,
    /** Plain MP4 with its index at the end, as LeRobot's encoder writes it. Worth nothing before it is finished. */
    PLAIN
}
