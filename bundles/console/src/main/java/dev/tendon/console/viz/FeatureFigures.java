/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.console.viz;

import java.util.Map;

/**
 * A feature's statistics.
 *
 * @param feature its name
 * @param values numbers by the statistic's name: {@code mean}, {@code q99}
 */
record FeatureFigures(String feature, Map<String, double[]> values) {}
