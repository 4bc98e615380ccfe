/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.training;

import dev.tendon.training.run.RunInfo;
import dev.tendon.training.run.StepFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What steps took, after some that do not count. Owner thread: the run's. */
final class StepTimes {
    private static final double NS_PER_MS = 1e6;
    private static final double MEDIAN = 0.5;
    private static final double SLOW = 0.95;

    private final long warmup;
    private final List<StepFigures> steps = new ArrayList<>();
    private double nativeFirstMb = Double.NaN;

    StepTimes(long warmup) {
        this.warmup = warmup;
    }

    void step(StepFigures figures) {
        if (figures.step() > warmup) {
            steps.add(figures);
        } else if (figures.step() == warmup) {
            nativeFirstMb = ProcessMemory.nativeMb();
        }
    }

    private double ms(double quantile, ToLongFunction<StepFigures> of) {
        long[] sorted = steps.stream().mapToLong(of).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(quantile * (sorted.length - 1)))] / NS_PER_MS;
    }

    List<String> lines() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "a step         %.1f ms (median), %.1f ms (95 %%), of %d",
                        ms(MEDIAN, StepFigures::stepNs),
                        ms(SLOW, StepFigures::stepNs),
                        steps.size()),
                String.format(
                        Locale.ROOT,
                        "of it          %.1f ms waiting for data, %.1f ms in the engine, %.1f ms in the optimizer",
                        ms(MEDIAN, StepFigures::waitNs),
                        ms(MEDIAN, StepFigures::engineNs),
                        ms(MEDIAN, StepFigures::optimizerNs)),
                String.format(
                        Locale.ROOT,
                        "memory         %.0f MB outside the heap after the warm-up, %.0f MB after the last step",
                        nativeFirstMb,
                        ProcessMemory.nativeMb()));
    }

    Map<String, Object> json(RunInfo info, int batch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", info.policy());
        json.put("device", info.device());
        json.put("parameters", info.parameters());
        json.put("batch_size", batch);
        json.put("steps", steps.size());
        json.put("step_p50_ms", ms(MEDIAN, StepFigures::stepNs));
        json.put("step_p95_ms", ms(SLOW, StepFigures::stepNs));
        json.put("data_wait_ms", ms(MEDIAN, StepFigures::waitNs));
        json.put("data_wait_p95_ms", ms(SLOW, StepFigures::waitNs));
        json.put("engine_ms", ms(MEDIAN, StepFigures::engineNs));
        json.put("optimizer_ms", ms(MEDIAN, StepFigures::optimizerNs));
        json.put("items_per_s", batch * 1000 / ms(MEDIAN, StepFigures::stepNs));
        json.put("images_per_s", info.pictures() * batch * 1000 / ms(MEDIAN, StepFigures::stepNs));
        json.put("native_mb_first", nativeFirstMb);
        json.put("native_mb_last", ProcessMemory.nativeMb());
        return json;
    }
}
