/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a training run has measured: its {@code metrics.jsonl}. */
final class Metrics {
    private Metrics() {}

    /** The values of {@code name} by step; empty where it was never measured. */
    static Curve curve(Path file, String name, String title) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Curve.Point> points = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode step = json.readTree(line);
            if (step.path(name).isNumber()) {
                points.add(new Curve.Point(
                        step.path("step").asDouble(), step.path(name).asDouble()));
            }
        }
        return new Curve(title, points);
    }
}
