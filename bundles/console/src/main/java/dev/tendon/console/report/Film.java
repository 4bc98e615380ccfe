/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.report;

/**
 * A film on a report.
 *
 * @param caption what is seen
 * @param file the film, relative to the page
 * @param good whether what is seen went well
 */
public record Film(String caption, String file, boolean good) {}
