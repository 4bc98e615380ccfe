/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

/**
 * A command of the demo that has ended.
 *
 * @param title what it was for
 * @param command as a user would type it
 * @param wallS how long it took
 */
record Step(String title, String command, double wallS) {}
