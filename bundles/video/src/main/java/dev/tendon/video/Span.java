/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.video;

/**
 * A part of a video file.
 *
 * @param fromS its first frame's time stamp, seconds
 * @param toS end of its last frame, seconds; what follows begins here
 */
public record Span(double fromS, double toS) {}
