/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.bench;

import dev.tendon.runtime.SessionReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code tendon bench swap} found. */
record SwapFigures(double fps, Part policy, Part driver, Part fast, int leakedClassLoaders) {
    /** One session under which something was replaced {@code wanted} times, and what a bare loop missed beside it. */
    record Part(int wanted, SessionReport report, long bareMissedTicks) {
        boolean complete() {
            return report.swaps().count() == wanted;
        }

        String line(String what) {
            return String.format(
                    Locale.ROOT,
                    "%-24s %4d of %4d swaps   %6d ticks, %d missed (a bare loop beside: %d)   exchange p50 %.0f, p95 %.0f, max %.0f µs   late p99 %.0f, max %.0f µs",
                    what,
                    report.swaps().count(),
                    wanted,
                    report.ticks(),
                    report.missedTicks(),
                    bareMissedTicks,
                    report.swaps().p50Us(),
                    report.swaps().p95Us(),
                    report.swaps().maxUs(),
                    report.lateness().p99Us(),
                    report.lateness().maxUs());
        }
    }

    /** Whether every swap that was asked for was done. */
    boolean complete() {
        return policy.complete() && driver.complete() && fast.complete();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fps", fps);
        json.put("swaps", policy.report().swaps().count());
        json.put("missed_ticks", policy.report().missedTicks());
        json.put("bare_missed_ticks", policy.bareMissedTicks());
        json.put("ticks", policy.report().ticks());
        json.put("held_ticks", policy.report().counters().heldTicks());
        json.put("exchange_p50_us", Figures.rounded(policy.report().swaps().p50Us()));
        json.put("exchange_p95_us", Figures.rounded(policy.report().swaps().p95Us()));
        json.put("exchange_max_us", Figures.rounded(policy.report().swaps().maxUs()));
        json.put("lateness_p99_us", Figures.rounded(policy.report().lateness().p99Us()));
        json.put("lateness_max_us", Figures.rounded(policy.report().lateness().maxUs()));
        json.put("driver_swaps", driver.report().swaps().count());
        json.put("driver_missed_ticks", driver.report().missedTicks());
        json.put("driver_bare_missed_ticks", driver.bareMissedTicks());
        json.put("driver_ticks", driver.report().ticks());
        json.put(
                "driver_exchange_p95_us",
                Figures.rounded(driver.report().swaps().p95Us()));
        json.put(
                "driver_lateness_max_us",
                Figures.rounded(driver.report().lateness().maxUs()));
        json.put("swaps_1000hz", fast.report().swaps().count());
        json.put("missed_ticks_1000hz", fast.report().missedTicks());
        json.put("bare_missed_ticks_1000hz", fast.bareMissedTicks());
        json.put("ticks_1000hz", fast.report().ticks());
        json.put("exchange_p95_us_1000hz", Figures.rounded(fast.report().swaps().p95Us()));
        json.put("leaked_class_loaders", leakedClassLoaders);
        return json;
    }

    List<String> lines() {
        return List.of(
                policy.line(String.format(Locale.ROOT, "policy at %.0f Hz", fps)),
                driver.line(String.format(Locale.ROOT, "driver at %.0f Hz", fps)),
                fast.line("policy at 1000 Hz"),
                "class loaders of replaced versions still in memory: " + leakedClassLoaders);
    }
}
