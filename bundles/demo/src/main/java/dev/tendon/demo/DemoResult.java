/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.demo;

import dev.tendon.shell.Columns;
import dev.tendon.shell.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the demo went.
 *
 * @param contestants trained, untrained, nearest demonstration
 * @param page the report
 * @param folder all that was made
 * @param wallS how long it took
 * @param steps what was run
 */
record DemoResult(List<Contestant> contestants, Path page, Path folder, double wallS, List<Step> steps) {
    void tell(Console console) {
        List<List<String>> rows = new ArrayList<>();
        for (Contestant contestant : contestants) {
            rows.add(List.of(
                    contestant.name(),
                    contestant.successes() + " of " + contestant.episodes().size(),
                    String.format(Locale.ROOT, "%.0f %%", 100 * contestant.successRate())));
        }
        Columns.of(rows).forEach(console::out);
        console.out(String.format(Locale.ROOT, "%.0f s in all; the report: %s", wallS, page.toUri()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("success_rate", contestants.get(0).successRate());
        json.put("untrained_success_rate", contestants.get(1).successRate());
        json.put("nearest_replay_success_rate", contestants.get(2).successRate());
        json.put("wall_s", wallS);
        json.put("report", page.toString());
        json.put("output_dir", folder.toString());
        Map<String, Double> seconds = new LinkedHashMap<>();
        steps.forEach(step -> seconds.put(step.title(), step.wallS()));
        json.put("steps_s", seconds);
        console.json(json);
    }
}
