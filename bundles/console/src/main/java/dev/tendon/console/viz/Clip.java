/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An episode's part of a video.
 *
 * @param path under which the page knows the file
 * @param file the file itself; null where it cannot be shown, or is made when it is asked for
 * @param fromS where the episode begins in it
 * @param toS where it ends
 * @param problem why it cannot be shown; else empty
 */
record Clip(String path, @Nullable Path file, double fromS, double toS, String problem) {}
