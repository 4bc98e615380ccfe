/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.api.option;

/** A device by its number or by its path: {@code index_or_path: 0} or {@code index_or_path: /dev/video0}. */
public sealed interface IndexOrPath {
    /** The device's number, from 0. */
    record Index(int index) implements IndexOrPath {}

    /** The device's path, or a file that stands for it. */
    record Path(String path) implements IndexOrPath {}
}
