/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tendon.console.report.Chart;
import dev.tendon.console.report.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a training run has measured: its {@code metrics.jsonl}. */
final class Metrics {
    private Metrics() {}

    /** The values of {@code name} by step; without points where it was never measured. */
    static Chart chart(Path file, String name, String title) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Double> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode step = json.readTree(line);
            if (step.path(name).isNumber()) {
                steps.add(step.path("step").asDouble());
                values.add(step.path(name).asDouble());
            }
        }
        return new Chart(title, "steps", true, List.of(new Line(title, Line.Look.FIRST, steps, values)));
    }
}
