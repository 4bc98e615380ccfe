/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** FFmpeg behind {@link dev.tendon.video.Video}. Native calls are here only. Start at {@link dev.tendon.video.internal.FfmpegVideo}. */
@org.jspecify.annotations.NullMarked
package dev.tendon.video.internal;
