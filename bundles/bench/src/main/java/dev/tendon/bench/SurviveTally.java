/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What all tries came to. Thread: any. */
final class SurviveTally {
    private static final int SHOWN = 5;

    private final SurviveOptions options;
    private final List<Double> lost = new ArrayList<>();
    private final List<Double> unsynced = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int begun;
    private int done;
    private int failed;
    private int saved;

    SurviveTally(SurviveOptions options) {
        this.options = options;
    }

    /** The number of the next try; -1 when there is none left. */
    synchronized int next() {
        return begun < options.tries() ? begun++ : -1;
    }

    synchronized void add(int number, Path root, SurviveLog told, SurviveTry left) {
        done++;
        left.lost().ifPresent(frames -> lost.add((double) frames / SurviveChild.FPS));
        left.unsynced().ifPresent(frames -> unsynced.add((double) frames / SurviveChild.FPS));
        saved += told.saved().size();
        if (!left.problems().isEmpty()) {
            failed++;
            String where = "try " + number + ", " + root + ": ";
            left.problems().forEach(problem -> problems.add(where + problem));
        }
    }

    synchronized int done() {
        return done;
    }

    synchronized int failed() {
        return failed;
    }

    synchronized Map<String, Object> json(double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tries", done);
        json.put("intact", done - failed);
        json.put("failed", failed);
        json.put("episodes_saved", saved);
        json.put("lost_tail_p50_s", part(lost, 0.5));
        json.put("lost_tail_p95_s", part(lost, 0.95));
        json.put("lost_tail_max_s", part(lost, 1));
        json.put("unsynced_p50_s", part(unsynced, 0.5));
        json.put("unsynced_p95_s", part(unsynced, 0.95));
        json.put("codec", options.codec());
        json.put("parallel", options.parallel());
        json.put("seconds_a_try", Figures.rounded(seconds / Math.max(1, done)));
        json.put("problems", List.copyOf(problems));
        return json;
    }

    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d of %d tries left every saved episode intact (%d were saved)",
                done - failed,
                done,
                saved));
        lines.add(String.format(
                Locale.ROOT,
                "of the running episode a kill took %.2f s (median), %.2f s (95 %%); a loss of power would have taken %.2f s (95 %%)",
                part(lost, 0.5),
                part(lost, 0.95),
                part(unsynced, 0.95)));
        problems.stream().limit(SHOWN).forEach(lines::add);
        return lines;
    }

    /** The value below which that part of them lies; 0 of none. */
    private static double part(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : Figures.rounded(sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size()))));
    }
}
